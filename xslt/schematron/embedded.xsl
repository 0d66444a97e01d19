<?xml version="1.0" encoding="UTF-8"?>
<!--
  Rules that stand within a RELAX NG grammar (ISO/IEC 19757-3, annex on other languages): its ns, let,
  pattern and diagnostic elements, and rules outside any pattern, which get one each. A Schematron
  schema passes as it is.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:teiedition:mode"
    xmlns:rng="http://relaxng.org/ns/structure/1.0"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    exclude-result-prefixes="#all"
    default-mode="m:embedded"
    expand-text="yes">

  <xsl:mode name="m:embedded" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="sch:schema" as="element(sch:schema)">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="rng:*" as="element(sch:schema)?">
    <xsl:variable name="patterns" as="element(sch:pattern)*" select=".//sch:pattern"/>
    <xsl:variable name="rules" as="element(sch:rule)*" select=".//sch:rule[not(ancestor::sch:pattern)]"/>
    <xsl:if test="$patterns or $rules">
      <sch:schema queryBinding="xslt3">
        <xsl:copy-of select=".//sch:ns, .//sch:let[not(ancestor::sch:pattern or ancestor::sch:rule)]"/>
        <xsl:copy-of select=".//xsl:function | .//xsl:key"/>
        <xsl:copy-of select="$patterns"/>
        <xsl:for-each select="$rules">
          <sch:pattern>
            <xsl:where-populated>
              <xsl:attribute name="id" select="(@id, ancestor::rng:define[1]/@name)[1]"/>
            </xsl:where-populated>
            <xsl:copy-of select="."/>
          </sch:pattern>
        </xsl:for-each>
        <xsl:where-populated>
          <sch:diagnostics>
            <xsl:copy-of select=".//sch:diagnostic"/>
          </sch:diagnostics>
        </xsl:where-populated>
      </sch:schema>
    </xsl:if>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" as="empty-sequence()"/>
</xsl:stylesheet>
