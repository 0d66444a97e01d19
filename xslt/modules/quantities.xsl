<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates, times and quantities: machine-readable where HTML can say it, with words for the card that a script opens. -->
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

  <xsl:template match="date | time" mode="m:text" as="element()">
    <xsl:variable name="value" as="xs:string?" select="fp:html-date(@when)"/>
    <xsl:element name="{if ($value) then 'time' else 'span'}">
      <xsl:sequence select="f:attributes(., 'date')"/>
      <xsl:for-each select="$value"><xsl:attribute name="datetime" select="."/></xsl:for-each>
      <xsl:for-each select="fp:date-card(.)"><xsl:attribute name="data-card" select="."/></xsl:for-each>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- A date as HTML allows it: 1961, 1961-07, 1961-07-11, 18:00:00. -->
  <xsl:function name="fp:html-date" as="xs:string?">
    <xsl:param name="when" as="attribute()?"/>
    <xsl:sequence select="$when[matches(., '^\d{4}(-\d\d(-\d\d)?)?$') or matches(., '^\d\d:\d\d(:\d\d)?$')]
        [not(matches(., '^0000'))][not(matches(., '-\d\d-\d\d$')) or . castable as xs:date] ! string()"/>
  </xsl:function>

  <!-- What the card of a date says: its value, unless the text says just that; how sure it is. -->
  <xsl:function name="fp:date-card" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="value" as="xs:string?" select="
        if ($date/self::time) then string-join(($date/@when, $date/@from, $date/@to) ! replace(., ':00$', ''), '–')[. ne '']
        else f:dating($date)"/>
    <xsl:variable name="words" as="xs:string?"
        select="$value ! string-join((., $date/@cert[. = ('low', 'medium')] ! f:word('date.cert.' || .)), ' · ')"/>
    <xsl:sequence select="$words[. ne f:plain($date)]"/>
  </xsl:function>

  <xsl:template match="measure | quantity" mode="m:text" as="element()">
    <data value="{(@quantity, string-join((@atLeast, @atMost), '–')[. ne ''], @n, '')[1]}">
      <xsl:sequence select="f:attributes(., 'measure')"/>
      <xsl:for-each select="fp:measure-card(.)"><xsl:attribute name="data-card" select="."/></xsl:for-each>
      <xsl:apply-templates mode="m:text"/>
    </data>
  </xsl:template>

  <!-- '150,000 tons · soybeans' -->
  <xsl:function name="fp:measure-card" as="xs:string?">
    <xsl:param name="measure" as="element()"/>
    <xsl:variable name="number" as="xs:string?" select="
        string-join(($measure/@quantity, $measure/@atLeast, $measure/@atMost)[. castable as xs:decimal]
            ! f:number(xs:decimal(.)), '–')[. ne '']"/>
    <xsl:variable name="one" as="xs:boolean" select="$measure/@quantity = '1' and not($measure/@atMost)"/>
    <xsl:variable name="unit" as="xs:string?"
        select="$measure/@unit[. ne ''] ! f:word-or('unit.' || . || (if ($one) then '.one' else '.other'), f:word-or('unit.' || ., .))"/>
    <xsl:sequence select="string-join((string-join(($number, $unit), '&#160;')[. ne ''], $measure/@commodity[. ne '']), ' · ')[. ne '']"/>
  </xsl:function>

  <xsl:template match="measureGrp | num | unit | height | width | depth | dim | geo | age | precision" mode="m:text"
      as="element()">
    <span>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
