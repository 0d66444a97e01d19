<?xml version="1.0" encoding="UTF-8"?>
<!-- Where things are in the book: the files of chapters and registers, and what a link of the site leads to here. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:variable name="v:folders" as="map(xs:string, xs:string)"
      select="map { 'person': 'persons', 'place': 'places', 'organisation': 'organisations' }"/>

  <xsl:variable name="v:right-to-left" as="xs:string*"
      select="('ar', 'arc', 'dv', 'fa', 'he', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi')"/>

  <!-- The names of a chapter that the edition knows, in order; in its title they are no links. -->
  <xsl:key name="v:mention" match="*[@data-entity][not(ancestor::h1)]" use="ancestor::c:chapter/generate-id() || ' ' || @data-entity"/>
  <xsl:key name="v:place" match="*[@id]" use="ancestor::c:chapter/generate-id() || ' ' || @id"/>

  <!-- A chapter's file. A name that archives and devices can't be trusted with is spelt in letters and digits. -->
  <xsl:function name="f:file" as="xs:string">
    <xsl:param name="chapter" as="element(c:chapter)"/>
    <xsl:variable name="name" as="xs:string" select="
        if (matches($chapter/@id, '^[A-Za-z0-9._-]+$')) then $chapter/@id
        else string-join(analyze-string($chapter/@id, '[^A-Za-z0-9._-]')/*
            ! (if (self::*:match) then '_' || string-to-codepoints(.) || '_' else string()))"/>
    <xsl:sequence select="(if ($chapter/@page) then 'about.' else 'text.') || $name || '.xhtml'"/>
  </xsl:function>

  <xsl:function name="f:register-file" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="$v:folders($kind) || '.xhtml'"/>
  </xsl:function>

  <!-- Paths of the site that the book has something for: the chapter, an entity's entry in a register, a work's in the bibliography. -->
  <xsl:variable name="v:here" as="map(xs:string, element())">
    <xsl:map>
      <xsl:for-each select="$v:chapters"><xsl:map-entry key="iri-to-uri(@id || '.html')" select="."/></xsl:for-each>
      <xsl:for-each select="$v:entities">
        <xsl:map-entry key="iri-to-uri($v:folders(@kind) || '/' || @ref || '.html')" select="."/>
      </xsl:for-each>
      <xsl:for-each select="$v:works"><xsl:map-entry key="iri-to-uri(@path)" select="."/></xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- Where a link of a chapter leads from the book: within it, else to the site, else nowhere. A long document
       has several pages in the site, ID/PART.html, and is one chapter here. -->
  <xsl:function name="f:destination" as="xs:string?">
    <xsl:param name="link" as="element()"/>
    <xsl:variable name="path" as="xs:string" select="replace($link/@href, '#.*$', '')"/>
    <xsl:variable name="place" as="xs:string?" select="substring-after($link/@href, '#')[. ne '']"/>
    <xsl:variable name="chapter" as="element(c:chapter)" select="$link/ancestor::c:chapter"/>
    <xsl:variable name="target" as="element()?"
        select="if ($path = '') then $chapter else ($v:here($path), $v:here(replace($path, '/[^/]+\.html$', '.html')))[1]"/>
    <xsl:choose>
      <xsl:when test="matches($path, '^[a-z]+:', 'i')"><xsl:sequence select="string($link/@href)"/></xsl:when>
      <xsl:when test="$target/self::c:entity"><xsl:sequence select="f:register-file($target/@kind) || '#' || $target/@ref"/></xsl:when>
      <xsl:when test="$target/self::c:work"><xsl:sequence select="'works.xhtml#' || f:work-id($target)"/></xsl:when>
      <xsl:when test="$target">
        <xsl:variable name="there" as="xs:string?"
            select="$place[exists(key('v:place', generate-id($target) || ' ' || ., root($link)))]"/>
        <xsl:sequence select="string-join((f:file($target)[$path ne ''], $there), '#')[. ne '']
            ! (if ($path = '') then '#' || . else .)"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$v:base ! (. || $link/@href)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- @lang, as HTML and as XML have it, and @dir. -->
  <xsl:function name="f:in-language" as="attribute()*">
    <xsl:param name="language" as="xs:string"/>
    <xsl:attribute name="lang" select="$language"/>
    <xsl:attribute name="xml:lang" select="$language"/>
    <xsl:if test="f:is-right-to-left($language)"><xsl:attribute name="dir" select="'rtl'"/></xsl:if>
  </xsl:function>

  <xsl:function name="f:is-right-to-left" as="xs:boolean">
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="tokenize($language, '-')[1] = $v:right-to-left and not(contains($language, 'Latn'))"/>
  </xsl:function>
</xsl:stylesheet>
