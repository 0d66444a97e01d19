<?xml version="1.0" encoding="UTF-8"?>
<!--
  What is around every page: head, skip link, menu, footer. A kind of page fills in the modes
  m:title, m:description, m:main and m:scripts; the rest is the same everywhere.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:w="urn:teiedition:words"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:mode name="m:page" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:title" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:description" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:main" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:scripts" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:base" on-no-match="deep-skip" on-multiple-match="fail"/>
  <xsl:mode name="m:menu" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="m:page" as="element(html)">
    <html lang="{$v:language}">
      <xsl:sequence select="$locale/w:words/@dir"/>
      <head>
        <meta charset="utf-8"/>
        <xsl:apply-templates select="." mode="m:base"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{string-join(distinct-values((fp:title(.), $v:edition/@title)), ' · ')}</title>
        <xsl:sequence select="f:meta('description', fp:description(.))"/>
        <meta name="color-scheme" content="light dark"/>
        <link rel="stylesheet" href="{f:to('css/edition.css')}"/>
        <xsl:if test="$v:edition/@books = 'true'">
          <link rel="alternate" type="application/atom+xml;profile=opds-catalog;kind=acquisition"
              title="{$v:edition/@title} (OPDS)" href="{f:to('../data/opds.xml')}"/>
        </xsl:if>
        <link rel="icon" href="{f:to('css/icon.svg')}" type="image/svg+xml"/>
        <script src="{f:to('js/choices.js')}"></script>
        <xsl:apply-templates select="." mode="m:scripts"/>
        <xsl:apply-templates select="." mode="m:citation-meta"/>
        <xsl:apply-templates select="." mode="m:facets"/>
      </head>
      <body>
        <a class="skip" href="{if (self::c:missing) then $path else ()}#main">{f:word('skip')}</a>
        <xsl:apply-templates select="$v:edition" mode="m:menu"/>
        <main id="main">
          <xsl:apply-templates select="." mode="m:main"/>
        </main>
        <xsl:sequence select="fp:footer()"/>
        <p class="announcement" role="status" data-copied="{f:word('permalink.copied')}"></p>
      </body>
    </html>
  </xsl:template>

  <!-- Head of the site -->

  <xsl:template match="c:edition" mode="m:menu" as="element(header)">
    <header class="site">
      <a class="edition" href="{f:to('index.html')}">
        <xsl:sequence select="fp:current('index.html'), string(@title)"/>
      </a>
      <nav aria-label="{f:word('menu')}">
        <ul>
          <xsl:sequence select="fp:menu-item('documents.html', f:word('menu.documents'))"/>
          <xsl:for-each select="'person', 'place', 'organisation'">
            <xsl:sequence select="fp:menu-item($v:folders(.) || '.html', f:word('menu.' || $v:folders(.)))"/>
          </xsl:for-each>
          <xsl:for-each select="@works, @sources">
            <xsl:sequence select="fp:menu-item(local-name() || '.html', f:word('menu.' || local-name()))"/>
          </xsl:for-each>
          <xsl:sequence select="fp:menu-item('search.html', f:word('search'))"/>
          <xsl:if test="@overview">
            <xsl:sequence select="fp:menu-item('overview.html', f:word('overview'))"/>
          </xsl:if>
          <xsl:for-each select="c:page">
            <xsl:sequence select="fp:menu-item(@path, @title)"/>
          </xsl:for-each>
        </ul>
      </nav>
      <button type="button" class="theme" aria-pressed="false">{f:word('theme.dark')}</button>
    </header>
  </xsl:template>

  <xsl:function name="fp:menu-item" as="element(li)">
    <xsl:param name="target" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <li><a href="{f:to($target)}"><xsl:sequence select="fp:current($target), $label"/></a></li>
  </xsl:function>

  <!-- The item of the menu that this page is, or is part of. -->
  <xsl:function name="fp:current" as="attribute(aria-current)?">
    <xsl:param name="target" as="xs:string"/>
    <xsl:variable name="part" as="xs:boolean" select="
        starts-with($path, replace($target, '\.html$', '/')) or starts-with($path, replace($target, '\.html$', '-'))
        or $target = 'sources.html' and matches($path, '^archives[./]')
        or $target = 'documents.html' and $context/c:context/@page = 'document'"/>
    <xsl:if test="$path eq $target or $part">
      <xsl:attribute name="aria-current" select="if ($path eq $target) then 'page' else 'true'"/>
    </xsl:if>
  </xsl:function>

  <!-- Foot of the site -->

  <xsl:function name="fp:footer" as="element(footer)">
    <footer class="site">
      <p class="imprint">
        <cite>{$v:edition/@title}</cite>
        <xsl:for-each select="$v:edition/@subtitle[. ne '']"><span class="subtitle">{.}</span></xsl:for-each>
      </p>
      <xsl:where-populated>
        <p class="makers">{string-join((
            f:word('edited-by', map { 'names': string-join($v:edition/c:editor, ', ') })[exists($v:edition/c:editor)],
            $v:edition/@publisher[. ne '']), ' · ')}</p>
      </xsl:where-populated>
      <xsl:where-populated>
        <p class="licence"><xsl:sequence select="fp:licence()"/></p>
      </xsl:where-populated>
    </footer>
  </xsl:function>

  <xsl:function name="fp:licence" as="item()*">
    <xsl:variable name="licence" as="xs:string?" select="$v:edition/@licence[. ne ''] ! string()"/>
    <xsl:variable name="url" as="xs:string?" select="$v:edition/@licence-url[. ne ''] ! string()"/>
    <xsl:choose>
      <xsl:when test="$url"><a rel="license" href="{$url}">{($licence, $url)[1]}</a></xsl:when>
      <xsl:otherwise><xsl:sequence select="$licence"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Pieces of the head -->

  <xsl:function name="fp:title" as="xs:string">
    <xsl:param name="page" as="element()"/>
    <xsl:apply-templates select="$page" mode="m:title"/>
  </xsl:function>

  <xsl:function name="fp:description" as="xs:string?">
    <xsl:param name="page" as="element()"/>
    <xsl:apply-templates select="$page" mode="m:description"/>
  </xsl:function>

  <xsl:function name="f:meta" as="element(meta)*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:for-each select="$values[normalize-space()]">
      <meta name="{$name}" content="{normalize-space()}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Scripts are classic and deferred: browsers refuse modules to pages that are opened from disk. -->
  <xsl:function name="f:script" as="element(script)">
    <xsl:param name="name" as="xs:string"/>
    <script defer="defer" src="{f:to('js/' || $name || '.js')}"></script>
  </xsl:function>
</xsl:stylesheet>
