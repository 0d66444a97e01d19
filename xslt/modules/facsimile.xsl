<?xml version="1.0" encoding="UTF-8"?>
<!--
  Pictures of the pages of the source: where each is, and the pane in which a script shows that of the page
  being read (site/js/facsimile.js). Without scripts the mark of a page leads to its picture. Pictures of the
  edition's own folders are published with it (c:picture of the context has their paths); those that the TEI
  names elsewhere are loaded when a reader asks for them.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:key name="v:picture" match="c:picture" use="@url"/>
  <xsl:key name="v:surface-of-break" match="surface[@start]" use="substring-after(@start, '#')"/>

  <!-- The breaks and surfaces that have a picture, of what this page shows. -->
  <xsl:variable name="v:pictured" as="element()*"
      select="(/TEI/(text | sourceDoc)//(pb | surface))[f:is-shown(.)][matches(f:picture(.), $v:image-file)]"/>

  <!-- The file that a pointer to a picture means: @facs or @url itself, or that of the surface or zone that it
       points to. A word that is neither an address nor a file, such as a number in an archive, is none. -->
  <xsl:function name="f:picture-file" as="xs:string?">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:variable name="first" as="xs:string" select="f:resolved((tokenize($pointer), '')[1])"/>
    <xsl:variable name="place" as="element()?" select="if (starts-with($first, '#')) then key('v:by-id', substring($first, 2), root($pointer))[1] else ()"/>
    <xsl:variable name="graphic" as="element()?" select="($place/descendant-or-self::*[self::graphic or self::media][@url], $place/ancestor::surface[1]/graphic[@url])[1]"/>
    <xsl:variable name="file" as="xs:string" select="if ($place) then string($graphic/@url) else $first"/>
    <xsl:sequence select="f:resolved($file)[matches(., '[/.]') and not(starts-with(., '#'))]"/>
  </xsl:function>

  <!-- The address of the picture of a break, surface or graphic, as this page reaches it. -->
  <xsl:function name="f:picture" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="pointer" as="attribute()?" select="
        ($element/@url, $element/@facs, $element/self::surface/graphic[1]/@url,
         $element/@xml:id/key('v:surface-of-break', .)/graphic[1]/@url)[1]"/>
    <xsl:variable name="file" as="xs:string?" select="$pointer ! f:picture-file(.)"/>
    <xsl:variable name="own" as="element(c:picture)?" select="$file ! key('v:picture', ., $context)[1]"/>
    <xsl:sequence select="
        if (empty($file)) then ()
        else if (matches($file, '^https?:', 'i')) then iri-to-uri(fp:image-request($file))
        else if (matches($file, '^[A-Za-z][A-Za-z0-9+.-]+:')) then ()
        else if ($own) then $own/@path ! f:to(.)
        else f:to($file)"/>
  </xsl:function>

  <xsl:variable name="v:image-file" as="xs:string" select="'\.(jpe?g|png|gif|webp|svg|avif)([?;].*)?$'"/>

  <!-- An image of a IIIF service in a size that fits a page (IIIF Image API 3.0, 4.1): from its description, or
       from a request for all of it. Other addresses stay as they are. -->
  <xsl:function name="fp:image-request" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="
        if (ends-with($address, '/info.json')) then replace($address, 'info\.json$', 'full/1200,/0/default.jpg')
        else replace($address, '/full/(full|max)/(0/(default|native)\.)', '/full/1200,/$2')"/>
  </xsl:function>

  <!-- The mark of a page, which leads to its picture. -->
  <xsl:function name="f:page-mark" as="element()">
    <xsl:param name="page" as="element()"/>
    <xsl:param name="mark" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="picture" as="xs:string?" select="f:picture($page)"/>
    <xsl:choose>
      <xsl:when test="$picture">
        <a href="{$picture}" aria-label="{$words}, {f:word('picture')}">
          <xsl:if test="matches($picture, $v:image-file)"><xsl:attribute name="data-picture" select="$words"/></xsl:if>
          <xsl:text>{$mark}</xsl:text>
        </a>
      </xsl:when>
      <xsl:otherwise><span role="img" aria-label="{$words}">{$mark}</span></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Are pictures shown unless the reader says otherwise? Those of the edition's own are. -->
  <xsl:variable name="v:pictures-shown" as="xs:boolean" select="exists($v:pictured[not(matches(f:picture(.), '^https?:'))])"/>

  <xsl:function name="f:facsimile-pane" as="element()?">
    <xsl:if test="exists($v:pictured)">
      <aside class="facsimile" aria-label="{f:word('layer.facsimile')}" data-load="{f:word('facsimile.load')}"><xsl:sequence select="f:zone-drawings()"/></aside>
    </xsl:if>
  </xsl:function>

  <!-- A manuscript transcribed page by page, or shown in pictures alone. -->
  <xsl:template match="sourceDoc | facsimile | surfaceGrp" mode="m:text" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <xsl:template match="surface" mode="m:text" as="element()">
    <xsl:variable name="n" as="xs:string" select="(@n, string(count(preceding::surface) + 1))[1]"/>
    <div>
      <xsl:sequence select="f:attributes(., 'surface')"/>
      <div class="pb"><xsl:sequence select="f:page-mark(., '[' || $n || ']', f:word('break.pb', map { 'n': $n }))"/></div>
      <xsl:apply-templates select="if (ancestor::facsimile) then node() else node() except graphic" mode="m:text"/>
    </div>
  </xsl:template>

  <xsl:template match="zone | line | path" mode="m:text" as="element()">
    <xsl:element name="{if (exists(ancestor::line | ancestor::path) or f:is-in-line(.)) then 'span' else 'div'}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
