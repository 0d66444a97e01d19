<?xml version="1.0" encoding="UTF-8"?>
<!-- Entry: what waits for an editor's decision → one HTML page. -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:review"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:teiedition:mode"
    name="urn:teiedition:review" package-version="1.0">
  <xsl:include href="review/main.xsl"/>
</xsl:package>
