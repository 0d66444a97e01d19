<?xml version="1.0" encoding="UTF-8"?>
<!--
  TEI to Typst. This says what each element is; print/edition.typ says how that looks: every element of
  the text becomes a call of a function there, and all text stands in string literals, so that no
  character of a document can be taken for Typst's own markup.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns:w="urn:teiedition:words"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    default-mode="m:print"
    expand-text="yes">

  <xsl:include href="modules/anchors.xsl"/>
  <xsl:include href="modules/plain.xsl"/>
  <xsl:include href="modules/pointers.xsl"/>
  <xsl:include href="modules/words.xsl"/>
  <xsl:include href="modules/phrases.xsl"/>
  <xsl:include href="modules/voices.xsl"/>
  <xsl:include href="print/typst.xsl"/>
  <xsl:include href="print/document.xsl"/>
  <xsl:include href="print/blocks.xsl"/>
  <xsl:include href="print/inlines.xsl"/>
  <xsl:include href="print/plays.xsl"/>
  <xsl:include href="print/references.xsl"/>
  <xsl:include href="print/manuscripts.xsl"/>

  <xsl:mode name="m:print" on-no-match="fail" on-multiple-match="fail" use-accumulators="v:numbers"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:param name="context" as="document-node()"/>
  <xsl:param name="locale" as="document-node()"/>
  <!-- When the text last changed, as an xs:dateTime. -->
  <xsl:param name="modified" as="xs:string?"/>

  <xsl:variable name="v:edition" as="element(c:edition)" select="$context/c:context/c:edition"/>

  <xsl:template match="/" as="text()*">
    <xsl:value-of select="unparsed-text('print/edition.typ')"/>
    <xsl:for-each select="$modified ! xs:date(substring(., 1, 10))">
      <xsl:text>#set document(date: datetime(year: {year-from-date(.)}, month: {month-from-date(.)}, day: {day-from-date(.)}))&#10;</xsl:text>
    </xsl:for-each>
    <xsl:apply-templates/>
  </xsl:template>
</xsl:stylesheet>
