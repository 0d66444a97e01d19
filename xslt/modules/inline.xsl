<?xml version="1.0" encoding="UTF-8"?>
<!-- Words within a line, and parts of a text that are known by their name alone: those of modules/phrases.xsl. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:template match="*[map:contains($v:inline, local-name())]" mode="m:text" as="element()" priority="-1">
    <xsl:variable name="name" as="xs:string" select="$v:inline(local-name())"/>
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else $name}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*[local-name() = $v:words]" mode="m:text" as="element()" priority="-1">
    <xsl:element name="{f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*[local-name() = $v:holders]" mode="m:text" as="element()" priority="-1">
    <xsl:element name="{if (f:is-in-line(.)) then 'span' else 'div'}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- What an element holds, with white space between parts that the encoding sets side by side without any. -->
  <xsl:function name="f:parts-of" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/node()">
      <xsl:if test="self::* and preceding-sibling::node()[1]/self::*"><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates select="." mode="m:text"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Does an element stand where HTML allows words only? -->
  <xsl:function name="f:is-in-line" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::*[self::p or self::ab or self::head
        or self::l][1][not(f:holds-blocks(.))])"/>
  </xsl:function>

  <!-- Words set apart in print: as HTML says it where it can. -->
  <xsl:template match="hi" mode="m:text" as="element()">
    <xsl:variable name="looks" as="xs:string*" select="(@rend, @style) ! tokenize(lower-case(.), '[\s:;]+')"/>
    <xsl:variable name="found" as="xs:string*" select="
        if (f:holds-blocks(.)) then 'div' else for $look in $looks return (
            if (starts-with($look, 'sup')) then 'sup' else (), if (starts-with($look, 'sub')) then 'sub' else (),
            if (starts-with($look, 'ital')) then 'i' else (), if (starts-with($look, 'bold')) then 'b' else (),
            if (matches($look, '^(strike|line-through)')) then 's' else (), if (starts-with($look, 'underl')) then 'u' else ())"/>
    <xsl:element name="{($found, 'span')[1]}">
      <xsl:sequence select="f:attributes(., 'hi')"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()[$v:has-tokens][not(normalize-space())][f:between-tokens(.)]" mode="m:text" as="empty-sequence()" priority="1"/>

  <xsl:template match="g[not(normalize-space())]" mode="m:text" as="element()">
    <span><xsl:sequence select="f:attributes(., 'g')"/>{f:glyph(.)}</span>
  </xsl:template>

  <!-- What only qualifies other elements has no words to show. -->
  <xsl:template match="(certainty | precision | respons)[not(normalize-space())]" mode="m:text"
      as="empty-sequence()"/>

  <!-- A place for something generated, such as a table of contents: the page has its own. -->
  <xsl:template match="divGen" mode="m:text" as="empty-sequence()"/>
</xsl:stylesheet>
