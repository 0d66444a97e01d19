<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables. A wide one scrolls in a frame of its own, which the keyboard can reach. -->
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

  <xsl:template match="table" mode="m:text" as="element()">
    <xsl:variable name="number" as="xs:string"><xsl:number level="any"/></xsl:variable>
    <div class="table" role="region" tabindex="0"
        aria-label="{(head[1] ! f:plain(.)[. ne ''], f:word('table') || ' ' || $number)[1]}">
      <table>
        <xsl:sequence select="f:attributes(., ())"/>
        <xsl:where-populated>
          <caption><xsl:apply-templates select="head/node()" mode="m:text"/></caption>
        </xsl:where-populated>
        <xsl:apply-templates select="* except head" mode="m:table"/>
      </table>
    </div>
  </xsl:template>

  <xsl:mode name="m:table" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="row" mode="m:table" as="element()">
    <tr>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:for-each select="*">
        <xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates select="." mode="m:table"/>
      </xsl:for-each>
    </tr>
  </xsl:template>

  <xsl:template match="cell" mode="m:table" as="element()">
    <xsl:variable name="heads-column" as="xs:boolean" select="../@role = 'label'"/>
    <xsl:element name="{if (@role = 'label' or $heads-column) then 'th' else 'td'}">
      <xsl:sequence select="f:attributes(., 'number'[fp:is-number(current()) or $heads-column
          and fp:heads-numbers(current())])"/>
      <xsl:if test="@role = 'label' or $heads-column">
        <xsl:attribute name="scope" select="if ($heads-column) then 'col' else 'row'"/>
      </xsl:if>
      <xsl:for-each select="@cols/normalize-space()[. castable as xs:positiveInteger][. ne '1']"><xsl:attribute name="colspan"
          select="."/></xsl:for-each>
      <xsl:for-each select="@rows/normalize-space()[. castable as xs:positiveInteger][. ne '1']"><xsl:attribute name="rowspan"
          select="."/></xsl:for-each>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="fp:is-number" as="xs:boolean">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:sequence select="matches(normalize-space($cell), '^[\d.,\s%–-]*\d[\d.,\s%–-]*$')"/>
  </xsl:function>

  <!-- Does a heading stand over numbers only? Where cells span columns, nobody can tell. -->
  <xsl:function name="fp:heads-numbers" as="xs:boolean">
    <xsl:param name="heading" as="element(cell)"/>
    <xsl:variable name="place" as="xs:integer" select="count($heading/preceding-sibling::cell) + 1"/>
    <xsl:variable name="below" as="element(cell)*"
        select="$heading/../../row[not(@role = 'label')]/cell[$place][normalize-space()]"/>
    <xsl:sequence select="exists($below) and empty($heading/ancestor::table[1]//cell[@cols])
        and (every $cell in $below satisfies fp:is-number($cell))"/>
  </xsl:function>

  <!-- A page break or a note between two rows has a row to itself. -->
  <xsl:template match="*" mode="m:table" as="element()">
    <xsl:choose>
      <xsl:when test="parent::row"><td class="apart"><xsl:apply-templates select="." mode="m:text"/></td></xsl:when>
      <xsl:otherwise>
        <tr class="apart">
          <td colspan="{max((../row/sum(cell/(@cols[. castable as xs:integer] ! xs:integer(.), 1)[1]), 1))}">
            <xsl:apply-templates select="." mode="m:text"/>
          </td>
        </tr>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
