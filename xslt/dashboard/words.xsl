<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of the dashboard, by key, with {names} filled in; {n} chooses between one and many. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiedition:function"
    xmlns:w="urn:teiedition:words"
    exclude-result-prefixes="#all"
    expand-text="no">

  <!-- `xslt/dashboard/words-LANG.xml` -->
  <xsl:param name="words" as="document-node()"/>

  <xsl:key name="word" match="w:word" use="@key"/>

  <xsl:function name="f:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="string(key('word', $key, $words))"/>
  </xsl:function>

  <!-- A number of things: `KEY-one` or `KEY-many`. -->
  <xsl:function name="f:count" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="replace(f:word($key || (if ($number eq 1) then '-one' else '-many')), '{n}', string($number), 'q')"/>
  </xsl:function>
</xsl:stylesheet>
