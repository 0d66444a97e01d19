<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse: stanzas and lines. Every fifth line of a numbered poem shows its number, of 1.2.35 (act, scene, line) the last. -->
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

  <xsl:template match="lg" mode="m:text" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'lg')"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:if test="empty(parent::lg)"><xsl:sequence select="f:permalink(.)"/></xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="l" mode="m:text" as="element()">
    <xsl:element name="{if (parent::lg or f:among-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., ('l', @part ! ('part-' || .)))"/>
      <xsl:variable name="number" as="xs:integer?" select="@n[matches(., '^(\d+\.)*\d+$')] ! xs:integer(replace(., '^.*\.', ''))"/>
      <xsl:if test="$number mod 5 = 0"><xsl:attribute name="data-n" select="$number"/></xsl:if>
      <xsl:apply-templates mode="m:text"/>
      <xsl:if test="$number mod 5 = 0"><xsl:sequence select="f:permalink(.)"/></xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="caesura" mode="m:text" as="element()">
    <span class="caesura">&#x2003;</span>
  </xsl:template>
</xsl:stylesheet>
