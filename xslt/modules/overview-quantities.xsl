<?xml version="1.0" encoding="UTF-8"?>
<!-- Quantities: a small drawing a series, and the table of all figures with the passage behind each. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The space for the points of a small drawing, in pixels, and the room for words around it. -->
  <xsl:variable name="v:plot-width" as="xs:double" select="232"/>
  <xsl:variable name="v:plot-height" as="xs:double" select="84"/>
  <xsl:variable name="v:plot-top" as="xs:double" select="22"/>
  <xsl:variable name="v:plot-side" as="xs:double" select="8"/>

  <!-- Enough to draw: three figures, not all of one year. -->
  <xsl:template match="c:quantities" mode="m:drawing" as="element()*">
    <xsl:if test="@figures ne @shown">
      <p class="limit">{f:word('overview.quantities.limit', map { 'shown': f:number(@shown), 'all': f:number(@figures) })}</p>
    </xsl:if>
    <xsl:where-populated>
      <div class="plots">
        <xsl:apply-templates select="c:series[count(c:figure) ge 3][c:figure/@year != c:figure/@year]" mode="m:drawing"/>
      </div>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="c:series" mode="m:drawing" as="element()">
    <xsl:variable name="years" as="xs:integer+" select="c:figure/@year ! xs:integer(.)"/>
    <xsl:variable name="top" as="xs:double" select="max((c:figure/@high ! xs:double(.), 0))"/>
    <xsl:variable name="id" as="xs:string" select="'plot-' || count(preceding-sibling::c:series) + 1"/>
    <xsl:variable name="base" as="xs:double" select="$v:plot-top + $v:plot-height"/>
    <figure class="plot">
      <figcaption>{@commodity} <xsl:where-populated><span class="quiet">{fp:unit-name(.)}</span></xsl:where-populated></figcaption>
      <svg viewBox="0 0 248 126" width="248" height="126" aria-labelledby="{$id}">
        <title id="{$id}">{f:word('overview.quantities.drawing', map {
            'commodity': @commodity, 'unit': (fp:unit-name(.)[. ne ''], '–')[1], 'first': min($years), 'last': max($years),
            'from': f:number(min(c:figure/@low ! xs:decimal(.))), 'to': f:number(max(c:figure/@high ! xs:decimal(.))) })}</title>
        <path class="axis" d="M0 {f:px($base)}h{f:px($v:plot-width + 2 * $v:plot-side)}"/>
        <text class="most" x="0" y="12">{f:number(xs:decimal($top))}</text>
        <xsl:apply-templates select="c:figure" mode="m:drawing">
          <xsl:with-param name="first" select="min($years)" tunnel="yes"/>
          <xsl:with-param name="scale-x" select="($v:plot-width - 4) div (max($years) - min($years))" tunnel="yes"/>
          <xsl:with-param name="scale-y" select="if ($top gt 0) then $v:plot-height div $top else 0" tunnel="yes"/>
        </xsl:apply-templates>
        <text class="year" x="0" y="{f:px($base + 16)}">{min($years)}</text>
        <text class="year last" x="{f:px($v:plot-width + 2 * $v:plot-side)}" y="{f:px($base + 16)}">{max($years)}</text>
      </svg>
    </figure>
  </xsl:template>

  <!-- A figure is a point; one that is given from so much to so much is a line with its ends. -->
  <xsl:template match="c:figure" mode="m:drawing" as="element()">
    <xsl:param name="first" as="xs:integer" tunnel="yes"/>
    <xsl:param name="scale-x" as="xs:double" tunnel="yes"/>
    <xsl:param name="scale-y" as="xs:double" tunnel="yes"/>
    <xsl:variable name="x" as="xs:string" select="f:px($v:plot-side + (xs:integer(@year) - $first) * $scale-x)"/>
    <xsl:variable name="ys" as="xs:string+" select="distinct-values((@low, @high)
        ! f:px($v:plot-top + $v:plot-height - max((0, xs:double(.))) * $scale-y))"/>
    <a href="#{fp:figure-id(.)}" aria-label="{@year}: {.}">
      <title>{@year}: {.}</title>
      <xsl:if test="count($ys) gt 1"><path class="span" d="M{$x} {$ys[1]}V{$ys[2]}"/></xsl:if>
      <xsl:for-each select="$ys"><circle cx="{$x}" cy="{.}" r="4.5"/></xsl:for-each>
    </a>
  </xsl:template>

  <xsl:template match="c:quantities" mode="m:scripts" as="element()*" priority="1">
    <xsl:sequence select="f:script('sort')"/>
  </xsl:template>

  <xsl:template match="c:quantities" mode="m:table" as="element()">
    <table class="overview quantities sortable">
      <thead>
        <tr>
          <xsl:for-each select="'commodity', 'year', 'figure', 'passage'">
            <th scope="col">{f:word('overview.' || .)}</th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="c:series/c:figure" mode="m:table"/>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="c:figure" mode="m:table" as="element(tr)">
    <tr id="{fp:figure-id(.)}">
      <th scope="row">{../@commodity} <xsl:where-populated><span class="quiet">{fp:unit-name(..)}</span></xsl:where-populated></th>
      <td data-value="{@year}">{@year}</td>
      <td class="amount" data-value="{@low}">{string-join(distinct-values((@low, @high)) ! f:number(xs:decimal(.)), '–')}</td>
      <td>
        <a href="{f:to-passage(.)}">{@before}<mark>{.}</mark>{@after}<span class="from">{@title}</span></a>
      </td>
    </tr>
  </xsl:template>

  <xsl:function name="fp:figure-id" as="xs:string">
    <xsl:param name="figure" as="element(c:figure)"/>
    <xsl:sequence select="'q' || count($figure/preceding-sibling::c:figure) + 1 + count($figure/../preceding-sibling::c:series/c:figure)"/>
  </xsl:function>

  <xsl:function name="fp:unit-name" as="xs:string">
    <xsl:param name="series" as="element(c:series)"/>
    <xsl:variable name="unit" as="xs:string" select="string($series/@unit)"/>
    <xsl:sequence select="if ($unit eq '') then '' else f:word-or('unit.' || $unit || '.other', f:word-or('unit.' || $unit, $unit))"/>
  </xsl:function>
</xsl:stylesheet>
