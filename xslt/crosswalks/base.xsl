<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition itself, from the context that every output is given, and the address that all others begin with. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all">

  <xsl:param name="context" as="document-node()"/>

  <xsl:variable name="v:edition" as="element(c:edition)" select="$context/c:context/c:edition"/>
  <xsl:variable name="v:base" as="xs:string" select="f:base($v:edition)"/>

  <!-- Without an address of its own, the edition is the folder above its data. -->
  <xsl:function name="f:base" as="xs:string">
    <xsl:param name="edition" as="element(c:edition)"/>
    <xsl:sequence select="($edition/@base-url[. ne ''] ! (replace(., '/+$', '') || '/'), '../')[1]"/>
  </xsl:function>

  <!-- The page of a document. -->
  <xsl:function name="f:page" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$v:base || encode-for-uri($id) || '.html'"/>
  </xsl:function>
</xsl:stylesheet>
