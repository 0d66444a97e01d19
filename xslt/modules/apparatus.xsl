<?xml version="1.0" encoding="UTF-8"?>
<!--
  The apparatus (TEI P5, 12). The lemma is read in the text, with a letter that leads to the readings among the
  notes. An apparatus that stands apart (listApp) is a list, each entry under its place in the text.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Does an entry stand in the text, with something to tell? -->
  <xsl:function name="f:has-readings" as="xs:boolean">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="exists($app//(rdg | rdgGrp | note | witDetail)) and empty($app/ancestor::listApp)"/>
  </xsl:function>

  <xsl:template match="app" mode="m:text" as="element()">
    <xsl:element name="{f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., 'app')"/>
      <xsl:apply-templates select="(lem, .//rdg)[1]/node()" mode="m:text"/>
      <xsl:if test="map:contains($v:marks, generate-id())"><xsl:sequence select="f:mark(.)"/></xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="app" mode="m:note" as="node()*">
    <xsl:apply-templates select="lem, .//rdg" mode="m:reading"/>
    <xsl:for-each select=".//(note | witDetail)[parent::app or parent::rdgGrp]">
      <xsl:text> </xsl:text>
      <span class="{local-name()}"><xsl:apply-templates mode="m:text"/></span>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="listApp" mode="m:text" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'listApp')"/>
      <xsl:apply-templates select="head" mode="m:text"/>
      <ul>
        <xsl:for-each select="* except head">
          <li><xsl:apply-templates select="." mode="m:text"/></li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:template>

  <xsl:template match="listApp/app" mode="m:text" as="element()" priority="1">
    <xsl:variable name="target" as="xs:string?" select="@from ! f:target(.)"/>
    <span>
      <xsl:sequence select="f:attributes(., 'app')"/>
      <xsl:choose>
        <xsl:when test="$target"><a class="loc" href="{$target}">{(@loc, @n, '↑')[1]}</a><xsl:text> </xsl:text></xsl:when>
        <xsl:when test="@loc or @n"><span class="loc">{(@loc, @n)[1]}</span><xsl:text> </xsl:text></xsl:when>
      </xsl:choose>
      <xsl:apply-templates select="." mode="m:note"/>
    </span>
  </xsl:template>

  <xsl:mode name="m:reading" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="lem | rdg" mode="m:reading" as="element()">
    <span class="{local-name()}">
      <xsl:sequence select="f:language(.)"/>
      <xsl:choose>
        <xsl:when test="self::lem and empty(ancestor::listApp)"><xsl:value-of select="f:plain(.)"/></xsl:when>
        <xsl:when test="normalize-space() or *"><xsl:apply-templates mode="m:text"/></xsl:when>
        <xsl:otherwise><i>{f:word('reading.omitted')}</i></xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="@wit
          | wit"><i class="wit">&#160;{string-join(tokenize(.) ! f:pointer-id(.), ' ')}</i></xsl:for-each>
      <xsl:text>{if (self::lem) then '] ' else if (following::rdg[ancestor::app is current()/ancestor::app[1]]) then '; ' else ''}</xsl:text>
    </span>
  </xsl:template>

  <!-- A witness under the siglum by which readings name it. -->
  <xsl:template match="witness[@xml:id]" mode="m:list" as="element()" priority="1">
    <li>
      <xsl:sequence select="f:attributes(., 'witness')"/>
      <xsl:if test="not(abbr[@type = 'siglum'])"><b class="siglum">{(@n, @xml:id)[1]}</b><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates mode="m:text"/>
    </li>
  </xsl:template>
</xsl:stylesheet>
