<?xml version="1.0" encoding="UTF-8"?>
<!--
  The name by which a link reaches a place in a document. Every stylesheet takes it from here, so that
  a mention on a person's page, a note in the margin and the paragraph itself agree.

  A block (paragraph, heading, list item, turn, note) is named by its own xml:id, else by a letter for
  its kind and its number among its kind in the document: p12, h3, i4, s7, n9; l120 is a line of verse that
  stands in no stanza. Numbers come from one
  accumulator, so that naming all blocks of a document takes time in proportion to its length.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:key name="v:by-id" match="*[@xml:id]" use="@xml:id"/>

  <xsl:variable name="v:letters" as="map(xs:string, xs:string)"
      select="map { 'p': 'p', 'ab': 'p', 'lg': 'p', 'head': 'h', 'item': 'i', 'sp': 's', 'note': 'n', 'l': 'l' }"/>

  <xsl:accumulator name="v:numbers" as="map(xs:string, xs:integer)" initial-value="map {}">
    <xsl:accumulator-rule match="TEI" select="map {}"/>
    <xsl:accumulator-rule match="text//(p | ab | lg | head | item | sp | note | l)"
        select="let $letter := $v:letters(local-name()) return
                if (fp:is-block(.)) then map:put($value, $letter, ($value($letter), 0)[1] + 1) else $value"/>
  </xsl:accumulator>

  <!-- Is this element a block that has a name of its own? Blocks within a note are reached by the note. -->
  <xsl:function name="fp:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="map:contains($v:letters, local-name($element))
        and exists($element/ancestor::text)
        and not($element/ancestor::note)
        and not($element/self::lg/parent::lg)
        and not($element/self::l[ancestor::lg or ancestor::sp or ancestor::p or ancestor::item])"/>
  </xsl:function>

  <!-- The anchor of the block that a node stands in; 'text' where it stands in none. -->
  <xsl:function name="f:anchor" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="block" as="element()?"
        select="$node/ancestor-or-self::*[fp:is-block(.)][1]"/>
    <xsl:sequence select="if ($block) then fp:block-anchor($block) else 'text'"/>
  </xsl:function>

  <xsl:function name="fp:block-anchor" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="letter" as="xs:string" select="$v:letters(local-name($block))"/>
    <xsl:variable name="name" as="xs:string"
        select="$letter || $block/accumulator-before('v:numbers')($letter)"/>
    <xsl:sequence select="
        if ($block/@xml:id) then string($block/@xml:id)
        else if (key('v:by-id', $name, root($block))) then $name || '-'
        else $name"/>
  </xsl:function>
</xsl:stylesheet>
