<?xml version="1.0" encoding="UTF-8"?>
<!-- Entry: a TEI document → plain text to download. -->
<xsl:package version="3.0" name="urn:teiedition:text" package-version="1.0" declared-modes="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="text-main.xsl"/>
</xsl:package>
