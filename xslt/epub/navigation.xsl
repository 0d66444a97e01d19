<?xml version="1.0" encoding="UTF-8"?>
<!-- The contents (EPUB 3.3, 7): parts, documents, their headings; the pages of the sources; landmarks. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:v="urn:teiedition:variable"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- From so many documents on, the contents are by year. -->
  <xsl:variable name="v:many" as="xs:integer" select="40"/>

  <xsl:variable name="v:pages" as="element()*" select="$v:chapters//*[@role = 'doc-pagebreak']"/>

  <xsl:function name="f:navigation" as="element()*">
    <nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="title">
      <h1 id="title">{f:word('contents')}</h1>
      <ol>
        <li><a href="title.xhtml">{$v:title}</a></li>
        <xsl:sequence select="$v:chapters[@page] ! fp:entry(.)"/>
        <xsl:choose>
          <xsl:when test="count($v:documents) ge $v:many"><xsl:sequence select="fp:years()"/></xsl:when>
          <xsl:otherwise><xsl:sequence select="$v:documents ! fp:entry(.)"/></xsl:otherwise>
        </xsl:choose>
        <xsl:for-each select="$v:registers"><li><a href="{f:register-file(.)}">{f:register-title(.)}</a></li></xsl:for-each>
        <xsl:if test="exists($v:works)"><li><a href="works.xhtml">{f:word('menu.works')}</a></li></xsl:if>
        <xsl:if test="exists($v:editing)"><li><a href="editing.xhtml">{f:word('provenance.editing')}</a></li></xsl:if>
        <xsl:if test="exists($v:signs)"><li><a href="signs.xhtml">{f:word('signs')}</a></li></xsl:if>
      </ol>
    </nav>
    <xsl:sequence select="fp:page-list(), fp:landmarks()"/>
  </xsl:function>

  <xsl:function name="fp:years" as="element()*">
    <xsl:for-each-group select="$v:documents" group-adjacent="replace((@when, '')[1], '^(-?\d+).*$', '$1')">
      <li>
        <span>{(current-grouping-key()[. ne ''] ! f:date(.), f:word('undated'))[1]}</span>
        <ol><xsl:sequence select="current-group() ! fp:entry(.)"/></ol>
      </li>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="fp:entry" as="element()">
    <xsl:param name="chapter" as="element(c:chapter)"/>
    <xsl:variable name="text" as="element()?" select="$chapter//div[@id = 'text']"/>
    <xsl:variable name="heads" as="element()*" select="$text//(h2 | h3 | h4)[@id][normalize-space()]"/>
    <li>
      <a href="{f:file($chapter)}">
        <xsl:if test="$chapter/@lang ne $v:language"><xsl:sequence select="f:in-language($chapter/@lang)"/></xsl:if>
        <xsl:value-of select="$chapter/@title"/>
        <xsl:for-each select="f:dated($chapter)[not(contains($chapter/@title, .))]"><span class="when">, {.}</span></xsl:for-each>
      </a>
      <xsl:where-populated><ol><xsl:sequence select="fp:headings($chapter, $heads)"/></ol></xsl:where-populated>
    </li>
  </xsl:function>

  <!-- Headings by their levels: one, with those below it. -->
  <xsl:function name="fp:headings" as="element()*">
    <xsl:param name="chapter" as="element(c:chapter)"/>
    <xsl:param name="heads" as="element()*"/>
    <xsl:variable name="highest" as="xs:string?" select="min($heads ! local-name())"/>
    <xsl:for-each-group select="$heads" group-starting-with="*[local-name() = $highest]">
      <li>
        <a href="{f:file($chapter)}#{@id}">
          <xsl:if test="$chapter/@lang ne $v:language"><xsl:sequence select="f:in-language($chapter/@lang)"/></xsl:if>
          <xsl:value-of select="normalize-space(string-join(.//text()[not(ancestor::sup)]))"/>
        </a>
        <xsl:where-populated><ol><xsl:sequence select="fp:headings($chapter, tail(current-group()))"/></ol></xsl:where-populated>
      </li>
    </xsl:for-each-group>
  </xsl:function>

  <!-- In a book of several documents, a page is told apart by its document. -->
  <xsl:function name="fp:page-list" as="element()?">
    <xsl:if test="exists($v:pages)">
      <nav epub:type="page-list" role="doc-pagelist" hidden="hidden" aria-labelledby="pages">
        <h2 id="pages">{f:word('source-pages')}</h2>
        <ol>
          <xsl:for-each select="$v:pages">
            <xsl:variable name="chapter" as="element(c:chapter)" select="ancestor::c:chapter"/>
            <li><a href="{f:file($chapter)}#{@id}">{string-join(($chapter/@title[count($v:documents) gt 1], @aria-label), ', ')}</a></li>
          </xsl:for-each>
        </ol>
      </nav>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:landmarks" as="element()">
    <nav epub:type="landmarks" hidden="hidden" aria-labelledby="landmarks">
      <h2 id="landmarks">{f:word('landmarks')}</h2>
      <ol>
        <li><a epub:type="cover" href="cover.xhtml">{f:word('cover', map { 'title': $v:title })}</a></li>
        <li><a epub:type="toc" href="nav.xhtml">{f:word('contents')}</a></li>
        <li><a epub:type="bodymatter" href="{f:file($v:documents[1])}">{f:word('menu.documents')}</a></li>
        <xsl:for-each select="$v:registers[1]"><li><a epub:type="index" href="{f:register-file(.)}">{f:register-title(.)}</a></li></xsl:for-each>
      </ol>
    </nav>
  </xsl:function>
</xsl:stylesheet>
