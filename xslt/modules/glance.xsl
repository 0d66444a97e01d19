<?xml version="1.0" encoding="UTF-8"?>
<!-- A document at a glance: the years that it speaks of, and its places on a map, each drawing with the same in words. -->
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

  <xsl:variable name="v:bar-room" as="xs:double" select="56"/>

  <xsl:function name="f:glance" as="element()?">
    <xsl:variable name="seen" as="element()*" select="$context/c:context/(c:timeline, c:map)"/>
    <xsl:if test="$seen">
      <section class="glance" aria-labelledby="glance">
        <h2 id="glance">{f:word('glance')}</h2>
        <xsl:for-each select="$seen">
          <xsl:apply-templates select="." mode="m:drawing"/>
          <details>
            <summary>{f:word('overview.table')}</summary>
            <xsl:apply-templates select="." mode="m:table"/>
          </details>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- The years: a bar each, above the line. -->
  <xsl:template match="c:timeline[@own]" mode="m:drawing" as="element()*" priority="1">
    <xsl:variable name="content" as="element()*">
      <path class="axis" d="{string-join(c:period ! f:axis(., $v:bar-room))}"/>
      <xsl:apply-templates select="c:period" mode="m:drawing">
        <xsl:with-param name="mentions" select="max(c:period/@mentions ! xs:double(.))" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="f:drawing('timeline own', f:word('glance.years'), f:word('glance.years.drawing'),
        f:start(c:period[last()]) + $v:period + 24, $v:bar-room + $v:axis, $content)"/>
  </xsl:template>

  <xsl:template match="c:timeline[@own]/c:period" mode="m:drawing" as="element()*" priority="1">
    <xsl:param name="mentions" as="xs:double" tunnel="yes"/>
    <xsl:variable name="x" as="xs:double" select="f:start(.)"/>
    <xsl:variable name="length" as="xs:double" select="f:length(@mentions, $mentions, $v:bar-room - 8)"/>
    <xsl:variable name="words" as="xs:string" select="f:period-name(.) || ': ' || f:count('count.mentions', xs:integer(@mentions))"/>
    <xsl:sequence select="f:gap(., $v:bar-room)"/>
    <a href="{f:to-passage(c:date-mention[1])}" aria-label="{$words}">
      <title>{$words}</title>
      <rect class="reach" x="{f:px($x)}" y="0" width="{f:px($v:period)}" height="{f:px($v:bar-room + $v:axis)}"/>
      <rect class="dates" x="{f:px($x + 3)}" y="{f:px($v:bar-room - $length)}" width="{f:px($v:period - 6)}" height="{f:px($length)}"/>
    </a>
    <xsl:if test="f:labelled(.)">
      <text class="year" x="{f:px($x + $v:period div 2)}" y="{f:px($v:bar-room + 18)}">{@start}</text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:timeline[@own]" mode="m:table" as="element()" priority="1">
    <dl class="years">
      <xsl:for-each select="c:period">
        <div>
          <dt>{f:period-name(.)}</dt>
          <dd>
            <ul class="dates">
              <xsl:apply-templates select="c:date-mention" mode="m:period"/>
              <xsl:for-each select="f:more(xs:integer(@mentions) - count(c:date-mention))"><li class="more">{.}</li></xsl:for-each>
            </ul>
          </dd>
        </div>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <!-- The places: their base is a picture shared with other documents. -->
  <xsl:template match="c:map[@own]" mode="m:drawing" as="element()*" priority="1">
    <xsl:variable name="content" as="element()*">
      <image href="{f:to('maps/' || @base || '.svg')}" width="{c:view/@width}" height="{c:view/@height}"/>
      <xsl:apply-templates select="c:view/c:node" mode="m:drawing"/>
    </xsl:variable>
    <xsl:sequence select="f:drawing('map own', f:word('glance.places'), f:word('overview.map.drawing'), c:view/@width, c:view/@height, $content)"/>
    <p class="limit">{f:word('overview.map.base')}</p>
  </xsl:template>

  <xsl:template match="c:map[@own]" mode="m:table" as="element()" priority="1">
    <ul class="dates">
      <xsl:for-each select="c:place">
        <li><a href="{f:to-entity('place', @ref)}">{@label}</a> <span class="count">{f:count('count.mentions', xs:integer(@mentions))}</span></li>
      </xsl:for-each>
    </ul>
  </xsl:template>
</xsl:stylesheet>
