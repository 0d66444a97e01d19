<?xml version="1.0" encoding="UTF-8"?>
<!-- Entry: one source document → one page of the site. A package, so that a mistyped mode does not compile. -->
<xsl:package version="3.0" name="urn:teiedition:html" package-version="1.0" declared-modes="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="html-main.xsl"/>
</xsl:package>
