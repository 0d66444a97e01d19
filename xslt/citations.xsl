<?xml version="1.0" encoding="UTF-8"?>
<xsl:package name="urn:teiedition:citations" package-version="0.1" version="3.0" declared-modes="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="citations-main.xsl"/>
</xsl:package>
