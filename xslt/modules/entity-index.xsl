<?xml version="1.0" encoding="UTF-8"?>
<!-- The indexes of persons, places and organisations: by letter, each with its dates, description and mentions. -->
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

  <xsl:template match="c:entities" mode="m:title" as="xs:string">
    <xsl:sequence select="f:word('menu.' || $v:folders(@kind))"/>
  </xsl:template>

  <xsl:template match="c:entities" mode="m:description" as="xs:string?">
    <xsl:sequence select="f:count('count.' || $v:folders(@kind), count(c:entity)) || ' · ' || $v:edition/@title"/>
  </xsl:template>

  <xsl:template match="c:entities" mode="m:main" as="element()*">
    <header class="head">
      <h1>{f:word('menu.' || $v:folders(@kind))}</h1>
      <p class="size">{f:count('count.' || $v:folders(@kind), count(c:entity))}<xsl:if test="c:entity"> · <xsl:sequence
          select="f:table-file($v:folders(@kind))"/></xsl:if></p>
    </header>
    <xsl:if test="c:entity">
      <xsl:sequence select="f:filter(('mentions', 'documents', 'year'[current()/c:entity/@dates]))"/>
      <nav class="jumps" aria-label="{f:word('jumps')}">
        <ul>
          <xsl:for-each-group select="c:entity" group-by="fp:letter(.)">
            <xsl:sort select="current-grouping-key()"/>
            <li><a href="#{fp:letter-id(.)}">{current-grouping-key()}</a></li>
          </xsl:for-each-group>
        </ul>
      </nav>
    </xsl:if>
    <div class="filtered">
      <xsl:for-each-group select="c:entity" group-by="fp:letter(.)">
        <xsl:sort select="current-grouping-key()"/>
        <section class="group">
          <h2 id="{fp:letter-id(.)}">{current-grouping-key()}</h2>
          <ul class="entities">
            <xsl:for-each select="current-group()">
              <xsl:sort select="(@sort, @label)[. ne ''][1]" lang="{$v:language}"/>
              <xsl:sequence select="fp:row(.)"/>
            </xsl:for-each>
          </ul>
        </section>
      </xsl:for-each-group>
    </div>
  </xsl:template>

  <xsl:function name="fp:letter" as="xs:string">
    <xsl:param name="entity" as="element(c:entity)"/>
    <xsl:sequence select="f:initial($entity/(@sort, @label)[. ne ''][1])"/>
  </xsl:function>

  <xsl:function name="fp:letter-id" as="xs:string">
    <xsl:param name="entity" as="element(c:entity)"/>
    <xsl:sequence select="'letter-' || (fp:letter($entity))"/>
  </xsl:function>

  <xsl:function name="fp:row" as="element()">
    <xsl:param name="entity" as="element(c:entity)"/>
    <xsl:for-each select="$entity">
      <li data-mentions="{@mentions}" data-documents="{@documents}">
        <xsl:for-each select="@dates[matches(., '\d{3}')]"><xsl:attribute name="data-year"
            select="replace(., '^\D*(\d{3,4}).*$', '$1')"/></xsl:for-each>
        <a class="label" href="{f:to-entity(@kind, @ref)}">{(@filed, @label)[1]}</a>
        <xsl:for-each select="@dates[. ne '']"><span class="dates">{.}</span></xsl:for-each>
        <xsl:for-each select="@description[. ne '']"><span class="description">{.}</span></xsl:for-each>
        <span class="count">{string-join((
            @mentions[. castable as xs:integer][. ne '0'] ! f:count('count.mentions', xs:integer(.)),
            @documents[. castable as xs:integer][. ne '0'] ! f:count('count.in-documents', xs:integer(.))), ' ')}</span>
      </li>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
