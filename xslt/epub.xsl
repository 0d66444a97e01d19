<?xml version="1.0" encoding="UTF-8"?>
<!-- Entry: a c:book of chapters → the files of an e-book (EPUB 3.3), as one JSON object of path and text. -->
<xsl:package version="3.0" name="urn:teiedition:epub" package-version="1.0" declared-modes="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="epub-main.xsl"/>
</xsl:package>
