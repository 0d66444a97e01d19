<?xml version="1.0" encoding="UTF-8"?>
<!-- What both formats of the catalogue of books say alike: its pages, and terms of use. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all">

  <xsl:variable name="v:rights" as="xs:string?"
      select="($v:edition/@licence-url, $v:edition/@licence)[. ne ''][1] ! string()"/>

  <!-- The page itself, the first, those before and after (RFC 5005, 3), as maps of rel and href. -->
  <xsl:function name="f:page-links" as="map(xs:string, xs:string)*">
    <xsl:param name="books" as="element(c:books)"/>
    <xsl:param name="suffix" as="xs:string"/>
    <xsl:variable name="page" as="xs:integer" select="xs:integer($books/@page)"/>
    <xsl:variable name="last" as="xs:integer" select="xs:integer($books/@pages)"/>
    <xsl:variable name="to" as="function(xs:integer) as xs:string"
        select="function($n) { f:beside('data/opds' || (if ($n = 1) then '' else '-' || $n) || '.' || $suffix) }"/>
    <xsl:sequence select="
        map { 'rel': 'self', 'href': $to($page) },
        map { 'rel': 'start', 'href': $to(1) },
        (map { 'rel': 'first', 'href': $to(1) }, map { 'rel': 'last', 'href': $to($last) })[$last gt 1],
        map { 'rel': 'previous', 'href': $to($page - 1) }[$page gt 1],
        map { 'rel': 'next', 'href': $to($page + 1) }[$page lt $last]"/>
  </xsl:function>

  <!-- The address of a page of the site; its front page is the site itself. -->
  <xsl:function name="f:on-site" as="xs:string">
    <xsl:param name="page" as="xs:string"/>
    <xsl:sequence select="$v:base || encode-for-uri($page)[$page ne 'index.html' or not(matches($v:base, '^https?:'))]"/>
  </xsl:function>

  <!-- The address of a book's file. -->
  <xsl:function name="f:book-file" as="xs:string">
    <xsl:param name="file" as="element(c:file)"/>
    <xsl:sequence select="f:beside(string-join(tokenize($file/@path, '/') ! encode-for-uri(.), '/'))"/>
  </xsl:function>
</xsl:stylesheet>
