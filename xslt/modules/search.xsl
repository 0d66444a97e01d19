<?xml version="1.0" encoding="UTF-8"?>
<!--
  The page on which things are found. Without scripts it is a list of ways in by each facet; a script makes
  of it a search of all words, narrowed down by the same facets.
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

  <xsl:mode name="m:facet" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="c:search" mode="m:title" as="xs:string">
    <xsl:sequence select="f:word('search')"/>
  </xsl:template>

  <xsl:template match="c:search" mode="m:description" as="xs:string?">
    <xsl:sequence select="f:word('search.about')"/>
  </xsl:template>

  <xsl:template match="c:search" mode="m:scripts" as="element()*">
    <xsl:sequence select="('facets', 'search-query', 'search-results', 'search') ! f:script(.)"/>
  </xsl:template>

  <xsl:template match="c:search" mode="m:main" as="element()*">
    <header class="head">
      <h1>{f:word('search')}</h1>
      <noscript><p class="size">{f:word('search.no-script')}</p></noscript>
    </header>
    <form class="search" role="search" action="{f:to('search.html')}"
        data-index="{f:to('pagefind/pagefind.js')}"
        data-one="{f:word('search.found.one')}" data-many="{f:word('search.found')}"
        data-most="{f:word('search.found.most')}" data-apart="{f:word('search.apart')}"
        data-anywhere="{f:word('search.anywhere')}" data-named="{f:word('entity.search.named')}" data-none="{f:word('search.none')}" data-places="{f:word('search.places')}"
        data-from-disk="{f:word('search.from-disk')}" data-missing="{f:word('search.missing')}"
        data-at-work="{f:word('search.at-work')}" data-more="{f:word('overview.more')}">
      <label for="query">{f:word('search.words')}</label>
      <div class="line">
        <input type="search" id="query" name="q" autocomplete="off" spellcheck="false"/>
        <button>{f:word('search.go')}</button>
      </div>
      <p class="hint">{f:word('search.hint')}</p>
      <p class="state" role="status"></p>
    </form>
    <div class="finding" hidden="hidden">
      <form class="facets" aria-label="{f:word('search.narrow')}">
        <xsl:for-each select="c:facet">
          <details data-facet="{@name}" data-values="{@values}">
            <summary>{f:word('facet.' || @name)}</summary>
            <input type="search" class="among" autocomplete="off" spellcheck="false" hidden="hidden"
                aria-label="{f:word('facet.among')}" placeholder="{f:word('facet.among')}"/>
            <ul></ul>
            <p class="rest"></p>
            <button type="button" class="whole" hidden="hidden">{f:word('facet.all')}</button>
          </details>
        </xsl:for-each>
      </form>
      <div class="found">
        <ul class="advice"></ul>
        <ol class="results"></ol>
        <button type="button" class="more" hidden="hidden">{f:word('search.more')}</button>
      </div>
    </div>
    <section class="browse" aria-labelledby="browse">
      <h2 id="browse">{f:word('browse')}</h2>
      <xsl:apply-templates select="c:facet" mode="m:facet"/>
    </section>
  </xsl:template>

  <xsl:template match="c:facet" mode="m:facet" as="element()">
    <section class="facet by-{@name}" aria-labelledby="facet-{@name}">
      <h3 id="facet-{@name}">{f:word('facet.' || @name)}</h3>
      <ul>
        <xsl:apply-templates select="c:value" mode="m:facet"/>
      </ul>
      <xsl:if test="xs:integer(@values) gt count(c:value)">
        <p class="more"><a href="{f:to(fp:list-of(@name))}">{f:count('browse.all', xs:integer(@values))}</a></p>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="c:value" mode="m:facet" as="element()">
    <li>
      <a href="{fp:way(.)}">{if (../@name eq 'genre') then f:word-or('genre.' || @label, @label) else @label}</a>
      <xsl:text> </xsl:text>
      <span class="count" aria-label="{f:count('count.documents', xs:integer(@documents))}" role="img">{@documents}</span>
    </li>
  </xsl:template>

  <!-- The list that holds all values of a facet. -->
  <xsl:function name="fp:list-of" as="xs:string">
    <xsl:param name="facet" as="xs:string"/>
    <xsl:sequence select="
        if ($facet eq 'genre') then 'documents-genre.html'
        else if ($facet eq 'year') then 'documents.html'
        else $v:folders(if ($facet eq 'speaker') then 'person' else $facet) || '.html'"/>
  </xsl:function>

  <xsl:function name="fp:way" as="xs:string">
    <xsl:param name="value" as="element(c:value)"/>
    <xsl:variable name="facet" as="xs:string" select="$value/../@name"/>
    <xsl:sequence select="
        if ($value/@ref) then f:to-entity($value/@kind, $value/@ref)
        else f:to(fp:list-of($facet)) || '#'
            || (if ($facet eq 'genre') then f:genre-id($value/@label) else 'group-' || $value/@label)"/>
  </xsl:function>
</xsl:stylesheet>
