<?xml version="1.0" encoding="UTF-8"?>
<!-- ISO Schematron, by itself or within RELAX NG → an XSLT 3.0 stylesheet that reports in SVRL. -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:transpile"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:teiedition:mode"
    name="urn:teiedition:schematron" package-version="1.0">
  <xsl:include href="schematron/main.xsl"/>
</xsl:package>
