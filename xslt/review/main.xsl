<?xml version="1.0" encoding="UTF-8"?>
<!--
  The review page: on one side what may be chosen to look at, on the other the questions, each a form that works
  without scripts. The source is what `teiedition.review.page` gathers, `r:review`; or `r:refusal`, which says why
  nothing was written.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:r="urn:teiedition:review"
    xmlns="http://www.w3.org/1999/xhtml"
    xpath-default-namespace="urn:teiedition:review"
    exclude-result-prefixes="#all"
    default-mode="m:review"
    expand-text="yes">

  <xsl:include href="../dashboard/words.xsl"/>
  <xsl:include href="question.xsl"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

  <xsl:mode name="m:review" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="review" as="element()">
    <xsl:call-template name="fp:page">
      <xsl:with-param name="title" select="f:word('title') || @title ! (' · ' || .)"/>
      <xsl:with-param name="content" as="element()*">
        <header>
          <h1>{f:word('title')}</h1>
          <p>{@title}</p>
        </header>
        <xsl:sequence select="fp:last(.)"/>
        <xsl:apply-templates select="fault"/>
        <nav aria-label="{f:word('show')}">
          <xsl:sequence select="fp:choices(., 'cert'), fp:choices(., 'element'), fp:choices(., 'document')"/>
        </nav>
        <main>
          <p class="count">{f:count('open', xs:integer(@open))}; {f:count('questions', xs:integer(@groups))}</p>
          <xsl:if test="empty(group)">
            <p class="done">{f:word(if (xs:integer(@open) eq 0) then 'all-done' else 'none-here')}</p>
          </xsl:if>
          <xsl:apply-templates select="group" mode="m:question"/>
          <xsl:sequence select="fp:turning(.)"/>
        </main>
        <xsl:if test="entry">
          <datalist id="entries">
            <xsl:for-each select="entry">
              <option value="{@id}">{@label}</option>
            </xsl:for-each>
          </datalist>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="refusal" as="element()">
    <xsl:call-template name="fp:page">
      <xsl:with-param name="title" select="f:word('refused')"/>
      <xsl:with-param name="content" as="element()*">
        <main class="refusal">
          <h1>{f:word('refused')}</h1>
          <p>{.}</p>
          <p>
            <a href="{@back}">{f:word('back')}</a>
          </p>
        </main>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="fault" as="element()">
    <p class="fault" role="alert">{.}</p>
  </xsl:template>

  <xsl:template name="fp:page" as="element()">
    <xsl:param name="title" as="xs:string" required="yes"/>
    <xsl:param name="content" as="element()*" required="yes"/>
    <html lang="{$words/*/@xml:lang}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{$title}</title>
        <link rel="stylesheet" href="/tokens.css"/>
        <link rel="stylesheet" href="/review.css"/>
        <script src="/review.js" defer=""/>
      </head>
      <body>
        <xsl:sequence select="$content"/>
      </body>
    </html>
  </xsl:template>

  <!-- What was decided last, which can be taken back. -->
  <xsl:function name="fp:last" as="element()?">
    <xsl:param name="review" as="element(r:review)"/>
    <xsl:if test="$review/@last">
      <form class="last" method="post" action="/undo">
        <xsl:sequence select="f:secret($review)"/>
        <p role="status">{$review/@last}</p>
        <xsl:if test="$review/@undo">
          <button>{f:word('undo')}</button>
        </xsl:if>
      </form>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:choices" as="element()*">
    <xsl:param name="review" as="element(r:review)"/>
    <xsl:param name="of" as="xs:string"/>
    <h2>{f:word('by-' || $of)}</h2>
    <ul>
      <xsl:for-each select="$review/choice[@of = $of]">
        <li>
          <a href="/?{@query}">
            <xsl:if test="@current">
              <xsl:attribute name="aria-current">true</xsl:attribute>
            </xsl:if>
            <xsl:text>{(@label, f:kind(@value))[. ne ''][1]}</xsl:text>
          </a>
          <span class="number">{@open}</span>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:function>

  <!-- To the page before and the one behind. -->
  <xsl:function name="fp:turning" as="element()?">
    <xsl:param name="review" as="element(r:review)"/>
    <xsl:variable name="page" as="xs:integer" select="xs:integer($review/@page)"/>
    <xsl:variable name="pages" as="xs:integer" select="xs:integer($review/@pages)"/>
    <xsl:if test="$pages gt 1">
      <p class="turning">
        <xsl:if test="$page gt 1">
          <a rel="prev" href="/?{$review/@query}&amp;page={$page - 1}">{f:word('previous')}</a>
        </xsl:if>
        <span>{$page} / {$pages}</span>
        <xsl:if test="$page lt $pages">
          <a rel="next" href="/?{$review/@query}&amp;page={$page + 1}">{f:word('next')}</a>
        </xsl:if>
      </p>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
