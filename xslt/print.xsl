<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI, or a c:book of TEI → Typst source for print (docs/architecture.md). -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:print"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:teiedition:mode"
    name="urn:teiedition:print" package-version="1.0">
  <xsl:include href="print-main.xsl"/>
</xsl:package>
