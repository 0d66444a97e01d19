<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of the reference pages, by key, with {names} filled in. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:w="urn:teiedition:words"
    xmlns:f="urn:teiedition:function"
    exclude-result-prefixes="#all">

  <!-- `xslt/odd/words-LANG.xml` -->
  <xsl:param name="words" as="document-node()"/>

  <xsl:key name="word" match="w:word" use="@key"/>

  <xsl:function name="f:words" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="f:words($key, map {})"/>
  </xsl:function>

  <xsl:function name="f:words" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="map(xs:string, item())"/>
    <xsl:sequence select="
        fold-left(
          map:keys($values),
          string(key('word', $key, $words)),
          function($text as xs:string, $name as xs:string) as xs:string {
            replace($text, '{' || $name || '}', string($values($name)), 'q')
          })" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>
</xsl:stylesheet>
