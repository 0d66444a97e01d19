<?xml version="1.0" encoding="UTF-8"?>
<!-- The citations of a document, one c:citation each: what the text refers to, part by part, as it words it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:mode name="m:citations" on-no-match="deep-skip" on-multiple-match="fail" use-accumulators="v:numbers"/>

  <xsl:template match="/" mode="m:citations" as="element(c:citations)">
    <c:citations><xsl:apply-templates select="*/text//bibl[not(ancestor::bibl)]" mode="m:citations"/></c:citations>
  </xsl:template>

  <xsl:template match="bibl" mode="m:citations" as="element(c:citation)">
    <c:citation at="{f:anchor(.)}">
      <xsl:where-populated>
        <xsl:attribute name="id" select="@xml:id"/>
        <xsl:attribute name="type" select="@type"/>
        <xsl:attribute name="corresp" select="@corresp, @sameAs"/>
        <xsl:attribute name="author" select="fp:joined((author, editor))"/>
        <xsl:attribute name="title" select="fp:joined(title)"/>
        <xsl:attribute name="date" select="(date/(@when, @from)[1], date)[1]"/>
        <xsl:attribute name="place" select="fp:joined(pubPlace)"/>
        <xsl:attribute name="publisher" select="fp:joined(publisher)"/>
        <xsl:attribute name="scope" select="fp:joined(biblScope)"/>
        <xsl:attribute name="shelfmark" select="fp:joined(idno)"/>
      </xsl:where-populated>
      <xsl:value-of select="f:plain(.)"/>
    </c:citation>
  </xsl:template>

  <xsl:function name="fp:joined" as="xs:string?">
    <xsl:param name="parts" as="element()*"/>
    <xsl:sequence select="$parts ! f:plain(.) => string-join('; ')"/>
  </xsl:function>
</xsl:stylesheet>
