<?xml version="1.0" encoding="UTF-8"?>
<!-- The network of names: circles where the build has put them, ties between them, and the table of the ties. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:math="http://www.w3.org/2005/xpath-functions/math"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:key name="v:node" match="c:network/c:node" use="@ref"/>

  <xsl:template match="c:network" mode="m:drawing" as="element()*">
    <ul class="key">
      <li class="together">{f:word('overview.together')}</li>
      <xsl:if test="c:tie/@spoken != '0'"><li class="spoken">{f:word('overview.exchanges')}</li></xsl:if>
    </ul>
    <xsl:variable name="content" as="element()*">
      <xsl:apply-templates select="c:tie, c:node" mode="m:drawing"/>
    </xsl:variable>
    <xsl:sequence select="f:drawing('network', f:word('overview.network'), f:word('overview.network.drawing'),
        @width, @height, $content)"/>
    <xsl:where-populated>
      <p class="limit">{string-join((
          f:word('overview.network.limit', map { 'shown': f:number(count(c:node)), 'all': f:number(@names), 'lines': f:number(count(c:tie)) })
              [xs:integer(current()/@names) gt count(current()/c:node)],
          f:word('overview.network.labels')[current()/c:node[not(@side)]]), ' ')}</p>
    </xsl:where-populated>
  </xsl:template>

  <!-- One line for being named together, and a heavier one over it for speaking with each other. -->
  <xsl:template match="c:tie" mode="m:drawing" as="element()*">
    <xsl:variable name="ends" as="element(c:node)+" select="key('v:node', @one), key('v:node', @other)"/>
    <xsl:variable name="line" as="xs:string" select="'M' || string-join($ends ! (@x || ' ' || @y), 'L')"/>
    <xsl:if test="@named ne '0'">
      <path class="tie" d="{$line}" stroke-width="{f:px(min((0.5 + 0.4 * math:sqrt(@named), 4)))}"/>
    </xsl:if>
    <xsl:if test="@spoken ne '0'">
      <path class="tie spoken" d="{$line}" stroke-width="{f:px(min((1.5 + 0.4 * math:sqrt(@spoken), 6)))}"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:node" mode="m:drawing" as="element(a)">
    <a class="{@kind}" href="{f:to-entity(@kind, @ref)}" aria-label="{@label}">
      <title>{@label}</title>
      <circle cx="{@x}" cy="{@y}" r="{@r}"/>
      <xsl:sequence select="f:beside(.)"/>
    </a>
  </xsl:template>

  <!-- The label of a circle, on the side that the build found room on. -->
  <xsl:function name="f:beside" as="element(text)?">
    <xsl:param name="circle" as="element()"/>
    <xsl:variable name="away" as="map(xs:string, xs:integer*)" select="map {
        'right': (1, 0), 'left': (-1, 0), 'above': (0, -1), 'below': (0, 1) }"/>
    <xsl:for-each select="$circle/@side">
      <xsl:variable name="room" as="xs:double" select="$circle/@r + 3"/>
      <text class="{.}" x="{f:px($circle/@x + $away(.)[1] * $room)}"
          y="{f:px($circle/@y + $away(.)[2] * ($room + 5) + 4)}">{$circle/@label}</text>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="c:network" mode="m:scripts" as="element()*" priority="1">
    <xsl:sequence select="('drawings', 'sort') ! f:script(.)"/>
  </xsl:template>

  <xsl:template match="c:network" mode="m:table" as="element()">
    <table class="overview sortable">
      <thead>
        <tr>
          <xsl:for-each select="'names', 'together', 'exchanges'">
            <th scope="col">{f:word('overview.' || .)}</th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="c:tie">
          <tr>
            <th scope="row">
              <xsl:for-each select="key('v:node', @one), key('v:node', @other)">
                <xsl:if test="position() eq 2"> – </xsl:if>
                <a href="{f:to-entity(@kind, @ref)}">{@label}</a>
              </xsl:for-each>
            </th>
            <td data-value="{@named}" data-head="{f:word('overview.together')}">{@named[. ne '0'] ! f:number(.)}</td>
            <td data-value="{@spoken}" data-head="{f:word('overview.exchanges')}">{@spoken[. ne '0'] ! f:number(.)}</td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>
</xsl:stylesheet>
