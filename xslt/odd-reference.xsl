<?xml version="1.0" encoding="UTF-8"?>
<!-- Entry: what a schema consists of → its reference pages, one HTML document. -->
<xsl:package version="3.0" name="urn:teiedition:odd-reference" package-version="1.0" declared-modes="yes"
    default-mode="m:page"
    xmlns:m="urn:teiedition:mode"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="odd/reference-main.xsl"/>
</xsl:package>
