<?xml version="1.0" encoding="UTF-8"?>
<!--
  The dashboard: how many documents are sound, what is wrong most often, and for each document its state,
  then its problems. The source is what `teiedition.validate.dashboard` gathers: `q:report` with a
  `q:document` for each TEI file, and in it a `q:problem` for each problem.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:q="urn:teiedition:quality"
    xmlns="http://www.w3.org/1999/xhtml"
    xpath-default-namespace="urn:teiedition:quality"
    exclude-result-prefixes="#all"
    default-mode="m:dashboard"
    expand-text="yes">

  <xsl:include href="words.xsl"/>
  <xsl:include href="problems.xsl"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

  <xsl:mode name="m:dashboard" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:row" on-no-match="fail" on-multiple-match="fail"/>

  <!-- CSS, which is written into the page, so that it needs no other file -->
  <xsl:param name="style" as="xs:string"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="report"/>
  </xsl:template>

  <xsl:template match="report" as="element()">
    <html lang="{@lang}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{f:word('title')}</title>
        <style>{$style}</style>
      </head>
      <body>
        <main>
          <h1>{(@title, f:word('title'))[. ne ''][1]}</h1>
          <xsl:sequence select="fp:summary(.)"/>
          <xsl:sequence select="f:by-rule(.)"/>
          <h2 id="documents">{f:word('all-documents')}</h2>
          <table class="documents">
            <thead>
              <tr>
                <xsl:for-each select="'document', 'state', 'date', 'names', 'footnotes', 'source'">
                  <th scope="col">{f:word(.)}</th>
                </xsl:for-each>
              </tr>
            </thead>
            <tbody>
              <xsl:apply-templates select="document" mode="m:row">
                <xsl:sort select="fp:weight(.)" order="descending"/>
                <xsl:sort select="@file"/>
              </xsl:apply-templates>
            </tbody>
          </table>
          <xsl:apply-templates select="document[problem]">
            <xsl:sort select="fp:weight(.)" order="descending"/>
            <xsl:sort select="@file"/>
          </xsl:apply-templates>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:function name="fp:summary" as="element()">
    <xsl:param name="report" as="element(q:report)"/>
    <xsl:variable name="problems" as="element(q:problem)*" select="$report/document/problem"/>
    <ul class="summary">
      <li><b>{f:count('documents', count($report/document))}</b></li>
      <li>{f:count('sound', count($report/document[not(problem/@severity = 'error')]))}</li>
      <li class="error">{f:count('errors', count($problems[@severity = 'error']))}</li>
      <li class="warning">{f:count('warnings', count($problems[@severity = 'warning']))}</li>
      <li class="info">{f:count('notes', count($problems[@severity = 'info']))}</li>
    </ul>
  </xsl:function>

  <!-- Documents with errors come first, then those with warnings. -->
  <xsl:function name="fp:weight" as="xs:integer">
    <xsl:param name="document" as="element(q:document)"/>
    <xsl:sequence select="1000 * count($document/problem[@severity = 'error']) + count($document/problem)"/>
  </xsl:function>

  <xsl:template match="document" mode="m:row" as="element()">
    <tr>
      <th scope="row">
        <xsl:sequence select="fp:title(.)"/>
        <small>{@file}</small>
      </th>
      <td data-label="{f:word('state')}">
        <xsl:sequence select="f:state(.)"/>
      </td>
      <td data-label="{f:word('date')}">
        <xsl:sequence select="fp:cell(@when, f:word('undated'), string(@when))"/>
      </td>
      <td data-label="{f:word('names')}">
        <xsl:sequence select="fp:of(@names, @unresolved, 'unresolved', 'all-resolved')"/>
      </td>
      <td data-label="{f:word('footnotes')}">
        <xsl:sequence select="fp:of(@footnotes, @unplaced, 'unplaced', 'all-placed')"/>
      </td>
      <td data-label="{f:word('source')}">
        <xsl:sequence select="fp:cell(@source, f:word('no-source'), f:word('named'))"/>
      </td>
    </tr>
  </xsl:template>

  <!-- A document's title, which leads to its problems if it has any. -->
  <xsl:function name="fp:title" as="element()">
    <xsl:param name="document" as="element(q:document)"/>
    <xsl:variable name="title" as="xs:string" select="string(($document/@title, $document/@file)[. ne ''][1])"/>
    <xsl:choose>
      <xsl:when test="$document/problem">
        <a href="#{f:anchor($document)}">{$title}</a>
      </xsl:when>
      <xsl:otherwise>
        <span>{$title}</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- What is there, or in its place the word for its absence. -->
  <xsl:function name="fp:cell" as="element()">
    <xsl:param name="fact" as="attribute()?"/>
    <xsl:param name="missing" as="xs:string"/>
    <xsl:param name="there" as="xs:string"/>
    <span class="{if ($fact ne '') then 'good' else 'lacking'}">{if ($fact ne '') then $there else $missing}</span>
  </xsl:function>

  <!-- How many of a number of things are left to do. -->
  <xsl:function name="fp:of" as="element()">
    <xsl:param name="all" as="xs:integer"/>
    <xsl:param name="open" as="xs:integer"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="done" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$all eq 0">
        <span class="good">{f:word('none')}</span>
      </xsl:when>
      <xsl:when test="$open eq 0">
        <span class="good">{$all}, {f:word($done)}</span>
      </xsl:when>
      <xsl:otherwise>
        <span class="lacking">{$all}, {f:count($key, $open)}</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
