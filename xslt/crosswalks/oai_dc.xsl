<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI → unqualified Dublin Core as OAI-PMH wants it (oai_dc). -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:oai-dc"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:teiedition:mode"
    name="urn:teiedition:crosswalk:oai_dc" package-version="1.0">
  <xsl:include href="facts.xsl"/>
  <xsl:include href="oai_dc-main.xsl"/>
  <xsl:output method="xml" indent="no" encoding="UTF-8" omit-xml-declaration="yes"/>
</xsl:package>
