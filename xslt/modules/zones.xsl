<?xml version="1.0" encoding="UTF-8"?>
<!--
  Places on pictures (zone, TEI P5 12.1): over the picture of a page lies a drawing with a frame for each line or
  region of the text that points to one (@facs). Frame and text have the same data-zone; site/js/zones.js shows the
  one while the other is pointed at or has the focus. Each frame is a link to its words.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The places that have a shape, by generate-id(), with the name that frame and text share. -->
  <xsl:variable name="v:zones" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each select="/TEI/(facsimile | sourceDoc)//(zone | line)[@points or @ulx and @uly and @lrx and @lry]">
        <xsl:map-entry key="generate-id()" select="(@xml:id ! string(), 'zone-' || position())[1]"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>
  <xsl:variable name="v:has-zones" as="xs:boolean" select="map:size($v:zones) gt 0"/>

  <xsl:key name="v:at-zone" match="text//*[contains(@facs, '#')]" use="tokenize(@facs) ! substring-after(., '#')"/>

  <!-- The name of the place that an element of the text points to, or that it is. -->
  <xsl:function name="f:zone" as="attribute(data-zone)?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="place" as="element()?" select="
        if ($element/@facs) then ($element/@facs ! tokenize(.) ! substring-after(., '#')[. ne ''] ! key('v:by-id', ., root($element)))[1]
        else $element[self::zone or self::line]"/>
    <xsl:for-each select="$place ! $v:zones(generate-id(.))">
      <xsl:attribute name="data-zone" select="."/>
    </xsl:for-each>
  </xsl:function>

  <!-- Lines whose beginnings point to their places are elements of their own. -->
  <xsl:template match="(p | ab)[$v:has-zones][lb[contains(@facs, '#')]]" mode="m:text" as="element()" priority="0.8">
    <xsl:element name="{f:p-or-div(.)}">
      <xsl:sequence select="f:attributes(., 'p')"/>
      <xsl:for-each-group select="node()" group-starting-with="lb[contains(@facs, '#')]">
        <span class="source-line">
          <xsl:sequence select="self::lb ! f:zone(.)"/>
          <xsl:apply-templates select="current-group()" mode="m:text"/>
        </span>
      </xsl:for-each-group>
      <xsl:sequence select="f:permalink(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- The drawings of the pictures that this page shows. -->
  <xsl:variable name="v:surfaces" as="element(surface)*" select="/TEI/(facsimile | sourceDoc)//surface[$v:has-zones]"/>

  <xsl:function name="f:zone-drawings" as="element()*">
    <xsl:for-each select="$v:surfaces[matches(f:picture(.), $v:image-file)]">
      <xsl:variable name="frames" as="element()*" select=".//(zone | line)[map:contains($v:zones, generate-id())] ! fp:frame(.)"/>
      <xsl:if test="exists($frames)">
        <svg xmlns="http://www.w3.org/2000/svg" class="zones" role="group" aria-label="{f:word('facsimile.zones')}" data-of="{f:picture(.)}"
            preserveAspectRatio="xMidYMin meet">
          <xsl:where-populated><xsl:attribute name="viewBox" select="fp:view(.)"/></xsl:where-populated>
          <xsl:sequence select="$frames"/>
        </svg>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- The system of coordinates: that of the surface, else of the picture; none where neither is given. -->
  <xsl:function name="fp:view" as="xs:string?">
    <xsl:param name="surface" as="element(surface)"/>
    <xsl:variable name="corners" as="xs:double*" select="$surface/(@ulx, @uly, @lrx, @lry)[. castable as xs:double] ! xs:double(.)"/>
    <xsl:variable name="size" as="xs:double*" select="
        $surface/graphic[1]/(@width, @height) ! replace(., 'px$', '')[. castable as xs:double] ! xs:double(.)"/>
    <xsl:sequence select="
        if (count($corners) = 4) then string-join(($corners[1], $corners[2], $corners[3] - $corners[1], $corners[4] - $corners[2]), ' ')
        else if (count($size) = 2) then string-join((0, 0, $size), ' ') else ()"/>
  </xsl:function>

  <!-- The frame of a place: a link to the first words that stand there, on this page. -->
  <xsl:function name="fp:frame" as="element()?">
    <xsl:param name="zone" as="element()"/>
    <xsl:variable name="user" as="element()?" select="
        (if ($zone/ancestor::sourceDoc) then $zone[normalize-space()] else (), $zone/@xml:id/key('v:at-zone', ., root($zone))[f:is-shown(.)])[1]"/>
    <xsl:variable name="shape" as="element()?" select="fp:shape($zone)"/>
    <xsl:if test="$user and $shape">
      <a xmlns="http://www.w3.org/2000/svg" href="#{f:anchor($user)}" aria-label="{fp:words-at($user)}" data-zone="{$v:zones(generate-id($zone))}">
        <xsl:sequence select="$shape"/>
      </a>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:words-at" as="xs:string">
    <xsl:param name="user" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="
        if ($user/self::lb) then normalize-space(string-join($user/following-sibling::node()[preceding-sibling::lb[1] is $user][not(self::lb)] ! f:plain(.), ' '))
        else if ($user/(self::pb | self::cb)) then string($user/@n) else f:plain($user)"/>
    <xsl:sequence select="replace(($words[. ne ''], f:word('picture'))[1], '^(.{80}\S*).*$', '$1 …')"/>
  </xsl:function>

  <xsl:function name="fp:shape" as="element()?">
    <xsl:param name="zone" as="element()"/>
    <xsl:variable name="corners" as="xs:double*" select="$zone/(@ulx, @uly, @lrx, @lry)[. castable as xs:double] ! xs:double(.)"/>
    <xsl:choose>
      <xsl:when test="matches($zone/@points, '^\s*-?[\d.]+,-?[\d.]+(\s+-?[\d.]+,-?[\d.]+)+\s*$')">
        <polygon xmlns="http://www.w3.org/2000/svg" points="{normalize-space($zone/@points)}"/>
      </xsl:when>
      <xsl:when test="count($corners) = 4">
        <rect xmlns="http://www.w3.org/2000/svg" x="{$corners[1]}" y="{$corners[2]}" width="{max(($corners[3] - $corners[1], 0))}" height="{max(($corners[4] - $corners[2], 0))}"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
