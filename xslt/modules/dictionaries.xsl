<?xml version="1.0" encoding="UTF-8"?>
<!-- Dictionaries (TEI P5, 9): an entry is a paragraph; its parts have white space between them if the encoding has none. -->
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

  <xsl:variable name="v:dictionary-parts" as="xs:string*" select="tokenize('
      entry entryFree superEntry form gramGrp sense etym xr re dictScrap')"/>

  <xsl:variable name="v:dictionary-words" as="xs:string*" select="tokenize('
      orth pron gram pos gen number case per tns mood iType itype subc colloc def usg lang lbl
      oRef pRef stress hom oVar pVar')"/>

  <xsl:template match="*[local-name() = $v:dictionary-parts] | cit[f:in-entry(.)]" mode="m:text" as="element()" priority="2">
    <xsl:element name="{if (self::entry or self::entryFree or self::superEntry) then 'div' else f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:sequence select="self::sense ! fp:number(.)"/>
      <xsl:for-each select="node()">
        <xsl:if test="self::* and preceding-sibling::node()[self::* or normalize-space()][1]/self::*">
          <xsl:text>{if (fp:is-translation(.) and preceding-sibling::*[1][fp:is-translation(.)]) then ', ' else ' '}</xsl:text>
        </xsl:if>
        <xsl:apply-templates select=".[not(self::text()) or normalize-space()]" mode="m:text"/>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*[local-name() = $v:dictionary-words]" mode="m:text" as="element()" priority="-1">
    <xsl:element name="{f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- A translation is no quotation. -->
  <xsl:template match="cit[fp:is-translation(.)]/quote" mode="m:text" as="element()" priority="3">
    <span>
      <xsl:sequence select="f:attributes(., 'quote')"/>
      <xsl:apply-templates mode="m:text"/>
    </span>
  </xsl:template>

  <xsl:function name="f:in-entry" as="xs:boolean">
    <xsl:param name="cit" as="element(cit)"/>
    <xsl:sequence select="exists($cit/ancestor::*[self::entry or self::entryFree or self::superEntry])"/>
  </xsl:function>

  <xsl:function name="fp:is-translation" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/self::cit[starts-with(@type, 'trans')])"/>
  </xsl:function>

  <!-- The number of a sense, where there are several. -->
  <xsl:function name="fp:number" as="element()?">
    <xsl:param name="sense" as="element(sense)"/>
    <xsl:if test="count($sense/../sense) gt 1">
      <b class="number">{replace(($sense/@n, string(count($sense/preceding-sibling::sense) + 1))[1], '[.)]$', '')}. </b>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
