<?xml version="1.0" encoding="UTF-8"?>
<!-- Words of others: speech reported, quotations set off, quotations with their source. -->
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

  <!-- Quotation marks that stand in the text are kept; where TEI has taken them out, HTML puts them back. -->
  <xsl:template match="q | quote | said" mode="m:text" as="element()">
    <xsl:variable name="marked" as="xs:boolean"
        select="matches(normalize-space(), '^[\[(]?[“”„‘’‚«»‹›「『&quot;]') or f:span-or-div(.) = 'div'
        or @rend = 'none'"/>
    <xsl:element name="{if ($marked) then f:span-or-div(.) else 'q'}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="quote[f:is-block-quote(.)] | q[f:among-blocks(.)] | cit[f:among-blocks(.)]" mode="m:text"
      as="element()" priority="1">
    <blockquote>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </blockquote>
  </xsl:template>

  <xsl:template match="cit" mode="m:text" as="element()">
    <xsl:element name="{f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., 'cit')"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- A quotation is set off if it stands between paragraphs or holds some itself, or says so. -->
  <xsl:function name="f:is-block-quote" as="xs:boolean">
    <xsl:param name="quote" as="element(quote)"/>
    <xsl:sequence select="f:among-blocks($quote) or exists($quote/(p | lg | list | table | ab | sp))
        or tokenize($quote/@rend) = ('block', 'blockquote', 'display') or $quote/@type = 'block'"/>
  </xsl:function>
</xsl:stylesheet>
