<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI → the OpenAIRE application profile for literature, version 4. -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:oai-openaire"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:teiedition:mode"
    name="urn:teiedition:crosswalk:oai_openaire" package-version="1.0">
  <xsl:include href="facts.xsl"/>
  <xsl:include href="oai_openaire-main.xsl"/>
  <xsl:output method="xml" indent="no" encoding="UTF-8" omit-xml-declaration="yes"/>
</xsl:package>
