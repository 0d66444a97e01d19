<?xml version="1.0" encoding="UTF-8"?>
<!-- Writing Typst: strings, calls, content blocks. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- A string literal of Typst. -->
  <xsl:function name="f:string" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="'&quot;' || replace(replace($text, '\\', '\\\\'), '&quot;', '\\&quot;') || '&quot;'"/>
  </xsl:function>

  <!-- Text as content: in a string literal, where no character has a meaning. -->
  <xsl:function name="f:text" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="if ($text = '') then '' else '#' || f:string($text) || ';'"/>
  </xsl:function>

  <!-- A call: f:call('supplied', (), $content) → #supplied()[…]; -->
  <xsl:function name="f:call" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="arguments" as="xs:string*"/>
    <xsl:param name="content" as="item()*"/>
    <xsl:sequence select="'#' || $name || '(' || string-join($arguments, ', ') || ')[' || string-join($content) || '];'"/>
  </xsl:function>

  <!-- A named argument of a call, a string; nothing where there is no value. -->
  <xsl:function name="f:argument" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="if (exists($value) and $value ne '') then $name || ': ' || f:string($value) else ()"/>
  </xsl:function>
</xsl:stylesheet>
