<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI → METS 1.12: the description as MODS, and the files of the document. -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:mets"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:teiedition:mode"
    name="urn:teiedition:crosswalk:mets" package-version="1.0">
  <xsl:include href="facts.xsl"/>
  <xsl:include href="mets-main.xsl"/>
  <xsl:include href="mods-main.xsl"/>
  <xsl:output method="xml" indent="no" encoding="UTF-8" omit-xml-declaration="yes"/>
</xsl:package>
