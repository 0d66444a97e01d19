<?xml version="1.0" encoding="UTF-8"?>
<!-- The map of places: land, today's borders and a grid, circles by the number of mentions, and the table of them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:template match="c:map" mode="m:drawing" as="element()*">
    <xsl:apply-templates select="c:view" mode="m:drawing"/>
    <xsl:variable name="unnamed" as="xs:boolean" select="exists(c:view[1]/c:node[not(@side)])"/>
    <p class="limit">{string-join((
        f:word('overview.map.limit', map { 'shown': f:number(count(c:place)), 'all': f:number(@places) })
            [$unnamed or current()/@places ne string(count(current()/c:place))],
        f:word('overview.map.base')), ' ')}</p>
  </xsl:template>

  <xsl:template match="c:view" mode="m:drawing" as="element()*">
    <xsl:variable name="content" as="element()*">
      <xsl:for-each select="@grid, @land, @borders">
        <path class="{local-name()}" d="{.}"/>
      </xsl:for-each>
      <xsl:apply-templates select="c:node" mode="m:drawing"/>
    </xsl:variable>
    <xsl:variable name="near" as="xs:boolean" select="@name eq 'near'"/>
    <xsl:variable name="title" as="xs:string" select="f:word('overview.map' || '.near'[$near])"/>
    <xsl:if test="$near"><h2 class="near">{$title}</h2></xsl:if>
    <xsl:sequence select="f:drawing('map' || ' near'[$near], $title, f:word('overview.map.drawing'), @width, @height, $content)"/>
  </xsl:template>

  <xsl:template match="c:map" mode="m:scripts" as="element()*" priority="1">
    <xsl:sequence select="('drawings', 'sort') ! f:script(.)"/>
  </xsl:template>

  <xsl:template match="c:map" mode="m:table" as="element()">
    <table class="overview sortable">
      <thead>
        <tr>
          <xsl:for-each select="'place', 'mentions', 'documents', 'coordinates'">
            <th scope="col">{f:word('overview.' || .)}</th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="c:place">
          <tr>
            <th scope="row"><a href="{f:to-entity('place', @ref)}">{@label}</a></th>
            <td data-value="{@mentions}" data-head="{f:word('overview.mentions')}">{f:number(@mentions)}</td>
            <td data-value="{@documents}" data-head="{f:word('overview.documents')}">{f:number(@documents)}</td>
            <td class="amount" data-value="{@north}">{@north}, {@east}</td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>
</xsl:stylesheet>
