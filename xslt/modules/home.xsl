<?xml version="1.0" encoding="UTF-8"?>
<!-- The home page: what this edition is, its ways in, its documents. -->
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

  <xsl:template match="c:home" mode="m:title" as="xs:string">
    <xsl:sequence select="string($v:edition/@title)"/>
  </xsl:template>

  <xsl:template match="c:home" mode="m:description" as="xs:string?">
    <xsl:sequence select="($v:edition/@description, $v:edition/@subtitle, fp:extent(.))[. ne ''][1] ! string()"/>
  </xsl:template>

  <xsl:template match="c:home" mode="m:scripts" as="empty-sequence()"/>

  <xsl:template match="c:home" mode="m:main" as="element()*">
    <header class="frontispiece">
      <h1>{$v:edition/@title}</h1>
      <xsl:for-each select="$v:edition/@subtitle[. ne '']"><p class="subtitle">{.}</p></xsl:for-each>
      <xsl:where-populated><p class="size">{fp:extent(.)}</p></xsl:where-populated>
      <xsl:for-each select="$v:edition/@description[. ne '']"><p class="lead">{.}</p></xsl:for-each>
    </header>
    <nav class="ways" aria-label="{f:word('ways')}">
      <ul>
        <xsl:sequence select="fp:way('documents', 'documents.html', @documents)"/>
        <xsl:sequence select="
            fp:way('persons', 'persons.html', @persons), fp:way('places', 'places.html', @places),
            fp:way('organisations', 'organisations.html', @organisations),
            fp:way('works', 'works.html', (@works, '0')[1]), fp:way('sources', 'sources.html', (@sources, '0')[1])"/>
      </ul>
    </nav>
    <section class="all" aria-labelledby="documents-here">
      <h2 id="documents-here">{f:word('home.documents')}</h2>
      <ol class="documents">
        <xsl:apply-templates select="c:document[position() le $v:home-documents]" mode="m:document"/>
      </ol>
      <xsl:if test="c:document[$v:home-documents + 1]">
        <p class="more"><a href="{f:to('documents.html')}">{f:count('count.all-documents', count(c:document))}</a></p>
      </xsl:if>
    </section>
    <xsl:sequence select="fp:books(xs:integer((@volumes, '1')[1]))[$v:edition/(@print | @epub) = 'true']"/>
  </xsl:template>

  <!-- The whole edition to take along: a line for each volume. -->
  <xsl:function name="fp:books" as="element()">
    <xsl:param name="volumes" as="xs:integer"/>
    <section class="all books" aria-labelledby="books">
      <h2 id="books">{f:word('books')}</h2>
      <ul>
        <xsl:for-each select="1 to $volumes">
          <xsl:variable name="name" as="xs:string" select="if ($volumes = 1) then 'edition' else 'edition-' || ."/>
          <li>
            <xsl:if test="$volumes gt 1">{f:word('print.volume', map { 'number': string(.) })}: </xsl:if>
            <xsl:if test="$v:edition/@epub = 'true'"><a href="{f:to('../epub/' || $name || '.epub')}"
                type="application/epub+zip">{f:word('file.epub')}</a></xsl:if>
            <xsl:if test="$v:edition/@epub = 'true' and $v:edition/@print = 'true'">{f:word('list.separator')}</xsl:if>
            <xsl:if test="$v:edition/@print = 'true'"><a href="{f:to('../print/' || $name || '.pdf')}"
                type="application/pdf">{f:word('file.pdf')}</a></xsl:if>
          </li>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:function>

  <!-- So many documents the home page shows; the list has them all. -->
  <xsl:variable name="v:home-documents" as="xs:integer" select="24"/>

  <xsl:function name="fp:way" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="target" as="xs:string"/>
    <xsl:param name="number" as="xs:string?"/>
    <xsl:if test="not($number = '0')">
      <li>
        <a href="{f:to($target)}">
          <xsl:for-each select="$number[. castable as xs:integer]"><span class="number">{f:number(xs:integer(.))}</span></xsl:for-each>
          <span class="name">{f:word('menu.' || $key)}</span>
        </a>
      </li>
    </xsl:if>
  </xsl:function>

  <!-- '14 documents, 1951–1964' -->
  <xsl:function name="fp:extent" as="xs:string">
    <xsl:param name="home" as="element(c:home)"/>
    <xsl:sequence select="string-join((
        $home/@documents[. castable as xs:integer] ! f:count('count.documents', xs:integer(.)),
        string-join(distinct-values(($home/@from, $home/@to)[. ne ''] ! substring(., 1, 4)), '–')[. ne '']), ', ')"/>
  </xsl:function>
</xsl:stylesheet>
