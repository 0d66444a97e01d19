<?xml version="1.0" encoding="UTF-8"?>
<!-- The whole edition at a glance: what its pages share, and the page that leads to them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- The drawing of a page, and the table of what it draws. -->
  <xsl:mode name="m:drawing" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:table" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="c:overview" mode="m:title" as="xs:string">
    <xsl:sequence select="f:word('overview')"/>
  </xsl:template>

  <xsl:template match="c:timeline | c:quantities | c:network | c:map" mode="m:title" as="xs:string">
    <xsl:sequence select="f:word('overview.' || local-name())"/>
  </xsl:template>

  <xsl:template match="c:overview" mode="m:description" as="xs:string?">
    <xsl:sequence select="f:word('overview.parts') || ': '
        || string-join(c:part ! f:word('overview.' || @name), f:word('list.separator'))"/>
  </xsl:template>

  <xsl:template match="c:timeline | c:quantities | c:network | c:map" mode="m:description" as="xs:string?">
    <xsl:sequence select="f:word('overview.' || local-name() || '.about')"/>
  </xsl:template>

  <xsl:template match="c:overview | c:quantities | c:network | c:map" mode="m:scripts" as="empty-sequence()"/>

  <xsl:template match="c:timeline" mode="m:scripts" as="element()"><xsl:sequence select="f:script('drawings')"/></xsl:template>

  <xsl:template match="c:overview" mode="m:main" as="element()*">
    <header class="head"><h1>{f:word('overview')}</h1></header>
    <xsl:if test="empty(c:part)"><p class="lead">{f:word('overview.none')}</p></xsl:if>
    <ul class="parts">
      <xsl:for-each select="c:part">
        <li>
          <a href="{fp:to-part(@name)}">{f:word('overview.' || @name)}</a>
          <p>{f:word('overview.' || @name || '.about')}</p>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template match="c:timeline | c:quantities | c:network | c:map" mode="m:main" as="element()*">
    <header class="head">
      <p class="eyebrow"><a href="{f:to('overview.html')}">{f:word('overview')}</a></p>
      <h1>{f:word('overview.' || local-name())}</h1>
      <p class="lead">{f:word('overview.' || local-name() || '.about')}</p>
    </header>
    <nav class="orders" aria-label="{f:word('overview')}">
      <ul>
        <xsl:for-each select="c:part">
          <li>
            <a href="{fp:to-part(@name)}">
              <xsl:if test="@name = local-name(..)"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
              <xsl:text>{f:word('overview.' || @name)}</xsl:text>
            </a>
          </li>
        </xsl:for-each>
      </ul>
    </nav>
    <xsl:apply-templates select="." mode="m:drawing"/>
    <section class="figures" aria-labelledby="table">
      <h2 id="table">{f:word('overview.table')}</h2>
      <xsl:apply-templates select="." mode="m:table"/>
    </section>
  </xsl:template>

  <xsl:function name="fp:to-part" as="xs:string">
    <xsl:param name="part" as="xs:string"/>
    <xsl:sequence select="f:to('overview-' || $part || '.html')"/>
  </xsl:function>

  <!-- A drawing in its own size, in a frame that scrolls where the screen is narrower. The title and the
       description are read out in place of it; the links in it are reached by the keyboard. -->
  <xsl:function name="f:drawing" as="element(figure)">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="about" as="xs:string"/>
    <xsl:param name="width" as="xs:double"/>
    <xsl:param name="height" as="xs:double"/>
    <xsl:param name="content" as="element()*"/>
    <xsl:variable name="id" as="xs:string" select="'drawing-' || translate($kind, ' ', '-')"/>
    <figure class="drawing {$kind}" tabindex="0" aria-label="{$title}: {f:word('overview.scroll')}">
      <svg viewBox="0 0 {f:px($width)} {f:px($height)}" width="{f:px($width)}" height="{f:px($height)}"
          aria-labelledby="{$id}-title" aria-describedby="{$id}-about">
        <title id="{$id}-title">{$title}</title>
        <desc id="{$id}-about">{$about}</desc>
        <xsl:sequence select="$content"/>
      </svg>
    </figure>
  </xsl:function>

  <!-- A length of a drawing: to a tenth of a pixel. -->
  <xsl:function name="f:px" as="xs:string">
    <xsl:param name="length" as="xs:double"/>
    <xsl:sequence select="string(round(xs:decimal($length), 1))"/>
  </xsl:function>

  <!-- A document, or a paragraph of it, that a row of a table names. -->
  <xsl:function name="f:to-passage" as="xs:string">
    <xsl:param name="passage" as="element()"/>
    <xsl:sequence select="f:to-passage($passage/@id, $passage/@part, $passage/@at)"/>
  </xsl:function>

  <!-- 'and so many more' -->
  <xsl:function name="f:more" as="xs:string?">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="if ($number gt 0) then f:word('overview.more', map { 'n': f:number($number) }) else ()"/>
  </xsl:function>
</xsl:stylesheet>
