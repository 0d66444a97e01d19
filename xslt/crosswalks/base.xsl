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

  <!-- Without an address of its own, the site is beside the data, as in the build folder. -->
  <xsl:function name="f:base" as="xs:string">
    <xsl:param name="edition" as="element(c:edition)"/>
    <xsl:sequence select="($edition/@base-url[. ne ''] ! (replace(., '/+$', '') || '/'), '../site/')[1]"/>
  </xsl:function>

  <!-- What stands beside the site: 'data/atom.xml', 'print/x.pdf'. At the root of a host that is below the root. -->
  <xsl:function name="f:beside" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="f:absolute('../' || $path)"/>
  </xsl:function>

  <!-- An address as it is from anywhere; it stays relative where the site has no address. Nothing is above the
       root of a host (RFC 3986, 5.2.4), which resolve-uri() leaves to us. -->
  <xsl:function name="f:absolute" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="if (matches($v:base, '^https?:'))
        then replace(string(resolve-uri($address, $v:base)), '^(https?://[^/]+)(/\.\.)+/', '$1/') else $address"/>
  </xsl:function>

  <!-- The page of a document. -->
  <xsl:function name="f:page" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$v:base || encode-for-uri($id) || '.html'"/>
  </xsl:function>
</xsl:stylesheet>
