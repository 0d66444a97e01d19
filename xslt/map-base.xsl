<?xml version="1.0" encoding="UTF-8"?>
<!-- c:base → the base of a document's map as a picture. Its greys let both a light and a dark page shine through. -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:base"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:m="urn:teiedition:mode"
    xmlns="http://www.w3.org/2000/svg"
    exclude-result-prefixes="#all"
    name="urn:teiedition:map-base" package-version="1.0">

  <xsl:mode name="m:base" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:output method="xml" indent="no" encoding="UTF-8" omit-xml-declaration="yes"/>

  <xsl:template match="/" as="element()">
    <svg viewBox="0 0 {c:base/@width} {c:base/@height}" width="{c:base/@width}" height="{c:base/@height}" fill="none" stroke="#888" stroke-width="0.6">
      <path d="{c:base/@grid}" stroke-opacity="0.35"/>
      <path d="{c:base/@land}" fill="#888" fill-opacity="0.12" fill-rule="evenodd"/>
      <xsl:for-each select="c:base/@borders"><path d="{.}" stroke-dasharray="3 2" stroke-opacity="0.7"/></xsl:for-each>
    </svg>
  </xsl:template>
</xsl:package>
