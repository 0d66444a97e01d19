<?xml version="1.0" encoding="UTF-8"?>
<!-- Entry: one TEI document, or an editorial page → a chapter of an e-book, before it is bound. -->
<xsl:package version="3.0" name="urn:teiedition:epub-chapter" package-version="1.0" declared-modes="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="epub/chapter.xsl"/>
</xsl:package>
