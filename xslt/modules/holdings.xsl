<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the documents come from: the lists of sources and of archives, and the page of each with its documents in order. -->
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

  <!-- The lists -->

  <xsl:template match="c:holdings" mode="m:title" as="xs:string">
    <xsl:sequence select="f:word('menu.' || @kind || 's')"/>
  </xsl:template>

  <xsl:template match="c:holdings" mode="m:description" as="xs:string?">
    <xsl:sequence select="f:count('count.' || @kind || 's', count(c:holding)) || ' · ' || $v:edition/@title"/>
  </xsl:template>

  <xsl:template match="c:holdings" mode="m:scripts" as="element()*">
    <xsl:sequence select="f:script('filter')"/>
  </xsl:template>

  <xsl:template match="c:holdings" mode="m:main" as="element()*">
    <header class="head">
      <h1>{f:word('menu.' || @kind || 's')}</h1>
      <p class="size">{f:count('count.' || @kind || 's', count(c:holding))} · <xsl:sequence select="f:table-file(@kind || 's')"/></p>
    </header>
    <xsl:sequence select="fp:which(@kind), f:filter(('documents', 'year'))"/>
    <div class="filtered">
      <section class="group">
        <ul class="holdings">
          <xsl:apply-templates select="c:holding" mode="m:entry-of-list"/>
        </ul>
      </section>
    </div>
  </xsl:template>

  <!-- Sources or archives -->
  <xsl:function name="fp:which" as="element()">
    <xsl:param name="kind" as="xs:string"/>
    <nav class="orders" aria-label="{f:word('menu.sources')}">
      <ul>
        <xsl:for-each select="'source'[$v:edition/@sources], 'archive'[$v:edition/@archives]">
          <li><a href="{f:to(. || 's.html')}"><xsl:if test=". eq $kind"><xsl:attribute name="aria-current"
              select="'page'"/></xsl:if>{f:word('menu.' || . || 's')}</a></li>
        </xsl:for-each>
      </ul>
    </nav>
  </xsl:function>

  <xsl:mode name="m:entry-of-list" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="c:holding" mode="m:entry-of-list" as="element()">
    <li data-documents="{@documents}" data-year="{@from}">
      <a class="label" href="{f:to(@path)}">{@label}</a>
      <span class="about">{fp:extent-held(.)}</span>
    </li>
  </xsl:template>

  <!-- '13 documents · 9 shelfmarks · 128 pages · 1953–1961' -->
  <xsl:function name="fp:extent-held" as="xs:string">
    <xsl:param name="holding" as="element(c:holding)"/>
    <xsl:sequence select="string-join((
        for $name in ('documents', 'shelfmarks', 'pages') return
            $holding/@*[local-name() = $name][. castable as xs:integer] ! f:count('count.' || $name, xs:integer(.)),
        string-join(distinct-values($holding/(@from, @to) ! substring(., 1, 4)), '–')[. ne '']), ' · ')"/>
  </xsl:function>

  <!-- The page of one -->

  <xsl:template match="c:holding" mode="m:title" as="xs:string">
    <xsl:sequence select="string(@label)"/>
  </xsl:template>

  <xsl:template match="c:holding" mode="m:description" as="xs:string?">
    <xsl:sequence select="f:word('kind.' || @kind) || ' · ' || fp:extent-held(.)"/>
  </xsl:template>

  <xsl:template match="c:holding" mode="m:scripts" as="empty-sequence()"/>

  <xsl:template match="c:holding" mode="m:main" as="element()*">
    <article class="holding">
      <header class="head">
        <p class="eyebrow"><a class="genre" href="{f:to(@kind || 's.html')}">{f:word('kind.' || @kind)}</a></p>
        <h1>{@label}</h1>
        <p class="size">{fp:extent-held(.)}</p>
        <xsl:where-populated>
          <ul class="elsewhere"><xsl:sequence select="fp:elsewhere(.)"/></ul>
        </xsl:where-populated>
      </header>
      <section class="all" aria-labelledby="documents-here">
        <h2 id="documents-here">{f:word('holding.documents.' || @kind)}</h2>
        <ol class="documents held">
          <xsl:apply-templates select="c:document" mode="m:held"/>
        </ol>
      </section>
    </article>
  </xsl:template>

  <!-- Where more is told of an archive: on its page as an organisation, at the address that the documents give, elsewhere. -->
  <xsl:function name="fp:elsewhere" as="element()*">
    <xsl:param name="holding" as="element(c:holding)"/>
    <xsl:for-each select="$holding/c:entity">
      <li><a href="{f:to-entity(@kind, @ref)}">{f:word('holding.mentions')}</a></li>
    </xsl:for-each>
    <xsl:for-each select="$holding/@url">
      <li><a href="{.}">{replace(., '^https?://|/$', '')}</a></li>
    </xsl:for-each>
    <xsl:for-each select="$holding/c:entity/idno">
      <li><xsl:apply-templates select="." mode="m:statement-of-entry"/></li>
    </xsl:for-each>
  </xsl:function>

  <xsl:mode name="m:held" on-no-match="fail" on-multiple-match="fail"/>

  <!-- A document as its source or archive has it: its number in a source or its shelfmark, then title, pages, and the other of the two. -->
  <xsl:template match="c:document" mode="m:held" as="element()">
    <xsl:variable name="source" as="element(c:source)?" select="c:source[1]"/>
    <xsl:variable name="by-archive" as="xs:boolean" select="../@kind = 'archive'"/>
    <li>
      <p class="when">{if ($by-archive) then $source/@shelfmark
          else $source/@position ! f:word('holding.number', map { 'n': string(.) })}</p>
      <div class="what">
        <p class="title"><a href="{f:to-document(@id)}">{@title}</a></p>
        <p class="about">{string-join((
            @when[. ne ''] ! f:date(.),
            if ($by-archive) then () else string-join($source/(@repository, @shelfmark)[. ne ''], ', ')[. ne ''],
            $source/@pages[. ne ''] ! f:pages(.)), ' · ')}</p>
      </div>
    </li>
  </xsl:template>
</xsl:stylesheet>
