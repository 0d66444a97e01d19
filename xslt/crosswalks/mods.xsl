<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI → MODS 3.7 (Library of Congress). -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:mods"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:teiedition:mode"
    name="urn:teiedition:crosswalk:mods" package-version="1.0">
  <xsl:include href="facts.xsl"/>
  <xsl:include href="mods-main.xsl"/>
  <xsl:output method="xml" indent="no" encoding="UTF-8" omit-xml-declaration="yes"/>
</xsl:package>
