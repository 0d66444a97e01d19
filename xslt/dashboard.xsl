<?xml version="1.0" encoding="UTF-8"?>
<!-- Entry: the state of an edition's documents → one HTML page. -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:dashboard"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:teiedition:mode"
    name="urn:teiedition:dashboard" package-version="1.0">
  <xsl:include href="dashboard/main.xsl"/>
</xsl:package>
