<?xml version="1.0" encoding="UTF-8"?>
<!--
  The citable units of a document (DTS: its citation tree). What stands in front, body and back are units,
  a division's children are units below it, a speech's below the speech, a list's items below the list;
  notes are units below the block that they stand in. So the units of the first level, joined, are the text.

  A unit has the name by which the reading site links to it (modules/anchors.xsl), else the element's name
  and number in the document: div2, list1. Empty elements (page breaks and the like) are no units.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:mode name="m:units" on-no-match="deep-skip" on-multiple-match="fail" use-accumulators="v:numbers v:element-numbers v:places"/>

  <!-- How many elements of each name there have been so far, of those that can be units without being blocks. -->
  <xsl:accumulator name="v:element-numbers" as="map(xs:string, xs:integer)" initial-value="map {}">
    <xsl:accumulator-rule match="(front | body | back | div | sp | list)/*"
        select="map:put($value, local-name(), ($value(local-name()), 0)[1] + 1)"/>
  </xsl:accumulator>

  <!-- The number of each element among all of the document, by which a passage is found again in it. -->
  <xsl:accumulator name="v:places" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="*" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:variable name="v:unit-types" as="map(xs:string, xs:string)" select="map { 'p': 'paragraph', 'ab': 'paragraph',
      'div': 'division', 'sp': 'speech', 'head': 'heading', 'lg': 'stanza', 'fw': 'running-head' }"/>

  <!-- The units of the document at hand, and of each the node that it is. -->
  <xsl:variable name="v:units" as="document-node(element(c:units))">
    <xsl:document><xsl:apply-templates select="/" mode="m:units"/></xsl:document>
  </xsl:variable>
  <xsl:key name="v:unit" match="c:unit" use="@node"/>

  <xsl:template match="/" mode="m:units" as="element(c:units)">
    <c:units><xsl:apply-templates select="*" mode="m:units"/></c:units>
  </xsl:template>

  <!-- What only holds the text together is no unit. -->
  <xsl:template match="TEI | TEI/text | front | body | back | text/group | group/text" mode="m:units" as="element(c:unit)*" priority="1">
    <xsl:apply-templates select="*" mode="m:units"/>
  </xsl:template>

  <xsl:template match="speaker" mode="m:units" as="empty-sequence()" priority="1"/>

  <xsl:template match="text//*[normalize-space()]" mode="m:units" as="element(c:unit)">
    <xsl:param name="level" as="xs:integer" select="1" tunnel="yes"/>
    <c:unit node="{generate-id()}" name="{f:unit-name(.)}" level="{$level}" type="{($v:unit-types(local-name()), local-name())[1]}"
        place="{accumulator-before('v:places')}">
      <xsl:where-populated><xsl:attribute name="title" select="fp:unit-title(.)"/></xsl:where-populated>
      <xsl:apply-templates mode="m:units"
          select="if (self::div or self::sp or self::list) then * else .//note except .//note//note">
        <xsl:with-param name="level" select="$level + 1" tunnel="yes"/>
      </xsl:apply-templates>
    </c:unit>
  </xsl:template>

  <!-- The name of a unit, in this document alone. -->
  <xsl:function name="f:unit-name" as="xs:string">
    <xsl:param name="unit" as="element()"/>
    <xsl:variable name="number" as="xs:integer?" select="$unit/accumulator-before('v:element-numbers')(local-name($unit))"/>
    <xsl:variable name="name" as="xs:string" select="local-name($unit) || $number"/>
    <xsl:sequence select="
        if ($unit/@xml:id) then string($unit/@xml:id)
        else if (fp:is-block($unit)) then f:anchor($unit)
        else if (key('v:by-id', $name, root($unit))) then $name || '-'
        else $name"/>
  </xsl:function>

  <!-- Divisions are called by their heading, speeches by their speaker. -->
  <xsl:function name="fp:unit-title" as="xs:string?">
    <xsl:param name="unit" as="element()"/>
    <xsl:sequence select="($unit/self::div/head, $unit/self::sp/speaker)[1] ! f:plain(.) ! replace(., '\s*:$', '')"/>
  </xsl:function>
</xsl:stylesheet>
