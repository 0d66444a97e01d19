<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI → the citable units of the document. -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:units"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:teiedition:mode"
    name="urn:teiedition:crosswalk:units" package-version="1.0">
  <xsl:include href="../modules/anchors.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="units-main.xsl"/>
</xsl:package>
