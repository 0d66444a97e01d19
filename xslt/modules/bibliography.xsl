<?xml version="1.0" encoding="UTF-8"?>
<!-- Works and archival items cited: in running text as they are worded, in lists one by one, structured ones put together. -->
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

  <xsl:template match="bibl | biblFull" mode="m:text" as="element()">
    <xsl:param name="linked" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:element name="{if (f:among-blocks(.) and not(parent::listBibl)) then f:p-or-div(.) else f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., 'bibl')"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:if test="not($linked)"><xsl:sequence select="fp:full-citation(.)"/></xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- A short form leads to the full citation that it repeats. -->
  <xsl:function name="fp:full-citation" as="element()?">
    <xsl:param name="bibl" as="element()"/>
    <xsl:variable name="target" as="xs:string?" select="$bibl/@corresp ! f:target(.)"/>
    <xsl:variable name="full" as="element()?"
        select="$bibl/@corresp ! key('v:by-id', f:pointer-id(.), root($bibl))[1]"/>
    <xsl:if test="$target">
      <a class="full-citation" href="{$target}" aria-label="{f:word('full-citation')}">
        <xsl:if test="$full"><xsl:attribute name="title" select="f:plain($full)"/></xsl:if>
        <xsl:text>↗</xsl:text>
      </a>
    </xsl:if>
  </xsl:function>

  <xsl:template match="listBibl" mode="m:text" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'listBibl')"/>
      <xsl:apply-templates select="head" mode="m:text"/>
      <ul>
        <xsl:for-each select="* except head">
          <li><xsl:apply-templates select="." mode="m:text"/></li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:template>

  <!-- Titles: of articles and archival items as they stand, of books, journals and series in italics. -->
  <xsl:template match="title" mode="m:text" as="element()">
    <xsl:element name="{if (@level = ('m', 'j', 's') or not(@level) and not(ancestor::teiHeader)) then 'cite' else 'span'}">
      <xsl:sequence select="f:attributes(., ('title', @level ! ('level-' || .)))"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="biblScope | pubPlace | publisher | distributor | authority | edition | citedRange
      | series[parent::bibl] | extent | sponsor | funder | principal | respStmt
      | resp | textLang | availability | licence | relatedItem[*] | collection
      | origDate | origPlace | material"
      mode="m:text" as="element()">
    <xsl:element name="{f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="availability[p]/p" mode="m:text" as="element()" priority="1">
    <p><xsl:apply-templates mode="m:text"/></p>
  </xsl:template>

  <!-- A structured entry has no punctuation of its own: its parts in their order, commas between, a series in parentheses. -->
  <xsl:template match="biblStruct" mode="m:text" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'biblStruct')"/>
      <xsl:for-each select="analytic | monogr | series">
        <xsl:variable name="words" as="node()*"><xsl:apply-templates select="." mode="m:bibl"/></xsl:variable>
        <xsl:if test="position() gt 1
            and exists($words)">{if (self::series) then ' ' else f:word('list.separator')}</xsl:if>
        <xsl:sequence select="$words"/>
      </xsl:for-each>
      <xsl:text>.</xsl:text>
      <xsl:for-each select="(* except (analytic, monogr, series))[normalize-space() or @target]">
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="." mode="m:text"/>
      </xsl:for-each>
    </div>
  </xsl:template>

  <xsl:mode name="m:bibl" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="analytic | monogr" mode="m:bibl" as="node()*">
    <xsl:for-each select="(* except imprint, imprint/*)[normalize-space()]">
      <xsl:if test="position() gt 1">{f:word('list.separator')}</xsl:if>
      <xsl:apply-templates select="." mode="m:text"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="series" mode="m:bibl" as="node()*">
    <xsl:for-each select="*[normalize-space()]">
      <xsl:text>{if (position() = 1) then '(' else if (self::biblScope) then ' ' else f:word('list.separator')}</xsl:text>
      <xsl:apply-templates select="." mode="m:text"/>
      <xsl:text>{if (position() = last()) then ')' else ''}</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- Another document that an entry belongs to, or holds: shown under "Related documents". -->
  <xsl:template match="relatedItem[not(*)]" mode="m:text" as="empty-sequence()"/>
</xsl:stylesheet>
