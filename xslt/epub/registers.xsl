<?xml version="1.0" encoding="UTF-8"?>
<!-- Registers of persons, places, organisations: those that the book mentions, each with the places where. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:v="urn:teiedition:variable"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- For each entity, where each chapter first has it: in the text, else in its head. -->
  <xsl:variable name="v:mentions" as="map(xs:string, element()*)">
    <xsl:map>
      <xsl:for-each-group select="$v:chapters//*[@data-entity]" group-by="@data-entity">
        <xsl:map-entry key="string(current-grouping-key())">
          <xsl:for-each-group select="current-group()" group-adjacent="generate-id(ancestor::c:chapter)">
            <xsl:sequence select="(current-group()[not(ancestor::header)], current-group())[1]"/>
          </xsl:for-each-group>
        </xsl:map-entry>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:variable name="v:entities" as="element(c:entity)*"
      select="$context/c:context/c:entity[map:contains($v:mentions, @ref)]"/>

  <xsl:variable name="v:registers" as="xs:string*" select="('person', 'place', 'organisation')[. = $v:entities/@kind]"/>

  <xsl:function name="f:register-title" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="f:word('menu.' || $v:folders($kind))"/>
  </xsl:function>

  <xsl:function name="f:register" as="element()">
    <xsl:param name="kind" as="xs:string"/>
    <section class="register" epub:type="index" role="doc-index" aria-labelledby="title">
      <h1 id="title">{f:register-title($kind)}</h1>
      <dl>
        <xsl:for-each select="$v:entities[@kind = $kind]">
          <xsl:sort select="(@sort, @label)[1]" lang="{$v:language}"/>
          <dt id="{@ref}">{@label}<xsl:for-each select="@dates[. ne '']"><span class="dates"> {.}</span></xsl:for-each></dt>
          <xsl:for-each select="@description[. ne '']"><dd class="description">{.}</dd></xsl:for-each>
          <xsl:for-each select="$v:mentions(@ref)"><dd><xsl:sequence select="f:locator(ancestor::c:chapter, ancestor-or-self::*[@id][ancestor::c:chapter][1]/@id)"/></dd></xsl:for-each>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:function>

  <!-- A link to a place in a document, by its title and date. -->
  <xsl:function name="f:locator" as="node()*">
    <xsl:param name="chapter" as="element(c:chapter)"/>
    <xsl:param name="place" as="xs:string?"/>
    <xsl:variable name="there" as="xs:string?"
        select="$place[exists(key('v:place', generate-id($chapter) || ' ' || ., root($chapter)))]"/>
    <a href="{string-join((f:file($chapter), $there), '#')}">
      <xsl:if test="$chapter/@lang ne $v:language"><xsl:sequence select="f:in-language($chapter/@lang)"/></xsl:if>
      <xsl:value-of select="$chapter/@title"/>
    </a>
    <xsl:for-each select="$chapter/@when">, {f:date(.)}</xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
