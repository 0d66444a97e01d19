<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI → MARC 21 in XML (MARC 21 slim). -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:marcxml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:teiedition:mode"
    name="urn:teiedition:crosswalk:marcxml" package-version="1.0">
  <xsl:include href="facts.xsl"/>
  <xsl:include href="marcxml-main.xsl"/>
  <xsl:output method="xml" indent="no" encoding="UTF-8" omit-xml-declaration="yes"/>
</xsl:package>
