<?xml version="1.0" encoding="UTF-8"?>
<!--
  What the search index takes from a document's page: the facets that it is found under, and what a hit
  in it is shown with. Pagefind reads them (data-pagefind-filter, data-pagefind-meta); the words themselves
  it takes from the element with data-pagefind-body.
-->
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

  <xsl:mode name="m:facets" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="TEI[$context/c:context/@page = 'document']" mode="m:facets" as="element()*">
    <xsl:variable name="when" as="xs:string?" select="f:sort-date(f:document-date(teiHeader))"/>
    <xsl:variable name="genre" as="xs:string?" select="f:genre(teiHeader) ! f:word-or('genre.' || ., .)"/>
    <xsl:sequence select="
        fp:kept('title', string-join((f:document-title(teiHeader), $v:parts[$v:part gt 1][@current] ! f:part-title(.)), ' · ')),
        fp:kept('when', $when ! f:date(.)),
        fp:kept('genre', $genre),
        fp:kept('voices', fp:voices(.)),
        fp:facet('genre', $genre),
        fp:facet('year', $when[matches(., '^-?\d{4}')] ! replace(., '^(-?\d{4,}).*$', '$1'))"/>
    <xsl:for-each-group select="$context/c:context/c:entity[not(@candidate)]" group-by="@kind">
      <xsl:sequence select="fp:facet(@kind, current-group()/@label)"/>
    </xsl:for-each-group>
    <xsl:sequence select="fp:facet('speaker', text//sp[f:is-shown(.)] ! fp:who-speaks(.))"/>
  </xsl:template>

  <!-- The names under which the edition knows those who speak in a turn. -->
  <xsl:function name="fp:who-speaks" as="xs:string*">
    <xsl:param name="turn" as="element(sp)"/>
    <xsl:variable name="ids" as="xs:string*"
        select="if ($turn/@who) then f:speaker-ids($turn) else $turn/speaker//@ref ! f:pointer-id(.)"/>
    <xsl:sequence select="$ids ! key('v:entity', ., $context)[1]/@label/string()"/>
  </xsl:function>

  <!-- Where each speaks, so that what somebody said can be told from what was said of it: as JSON, the
       anchors of the blocks in a speaker's turns, by the speaker's name. -->
  <xsl:function name="fp:voices" as="xs:string?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="voices" as="map(xs:string, xs:string)">
      <xsl:map>
        <xsl:for-each-group select="$document/text//sp[f:is-shown(.)]" group-by="fp:who-speaks(.)">
          <xsl:map-entry key="current-grouping-key()" select="string-join(
              current-group()/descendant-or-self::*[not(ancestor::note)] ! f:id(.), ' ')"/>
        </xsl:for-each-group>
      </xsl:map>
    </xsl:variable>
    <xsl:if test="map:size($voices) gt 0">
      <xsl:sequence select="'{' || string-join(
          for $name in sort(map:keys($voices)) return fp:json($name) || ':' || fp:json($voices($name)), ',') || '}'"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:json" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="serialize($value, map { 'method': 'json' })"/>
  </xsl:function>

  <!-- A facet is divided, so that a search under one value fetches a small part of it: by the sum of the codes
       of the value's characters, as site/js/facets.js does it too. -->
  <xsl:function name="fp:facet" as="element()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:for-each select="sort(distinct-values($values))">
      <meta name="facet.{$name}" data-pagefind-filter="{$name}{sum(string-to-codepoints(.)) mod 32}[content]" content="{.}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:kept" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:for-each select="$value[. ne '']">
      <meta name="found.{$name}" data-pagefind-meta="{$name}[content]" content="{.}"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
