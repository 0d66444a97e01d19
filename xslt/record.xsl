<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI → the record of a document: what other pages may want to know of it (docs/architecture.md). -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:record"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:teiedition:mode"
    name="urn:teiedition:record" package-version="1.0">
  <xsl:include href="record-main.xsl"/>
</xsl:package>
