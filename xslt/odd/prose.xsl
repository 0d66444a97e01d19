<?xml version="1.0" encoding="UTF-8"?>
<!-- The prose of an ODD: sections, paragraphs, lists, tables, and what names things of TEI. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:r="urn:teiedition:reference"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:m="urn:teiedition:mode"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    default-mode="m:prose"
    expand-text="yes">

  <xsl:mode name="m:prose" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:template match="div" as="element()">
    <section>
      <xsl:if test="@xml:id"><xsl:attribute name="id" select="@xml:id"/></xsl:if>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <xsl:template match="head" as="element()">
    <xsl:element name="h{min((6, 1 + count(ancestor::div)))}">
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="p | ab" as="element()?">
    <xsl:where-populated><p><xsl:apply-templates/></p></xsl:where-populated>
  </xsl:template>

  <!-- A paragraph that holds blocks can't be one in HTML. -->
  <xsl:template match="p[list | table | eg]" as="element()" priority="1">
    <div class="p"><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="list" as="element()">
    <ul><xsl:apply-templates select="item"/></ul>
  </xsl:template>

  <xsl:template match="list[@rend = 'numbered']" as="element()" priority="1">
    <ol><xsl:apply-templates select="item"/></ol>
  </xsl:template>

  <xsl:template match="list[label]" as="element()" priority="2">
    <dl><xsl:apply-templates select="label | item"/></dl>
  </xsl:template>

  <xsl:template match="list/label" as="element()">
    <dt><xsl:apply-templates/></dt>
  </xsl:template>

  <xsl:template match="item" as="element()">
    <li><xsl:apply-templates/></li>
  </xsl:template>

  <xsl:template match="list[label]/item" as="element()" priority="1">
    <dd><xsl:apply-templates/></dd>
  </xsl:template>

  <xsl:template match="table" as="element()">
    <table><xsl:apply-templates select="row"/></table>
  </xsl:template>

  <xsl:template match="row" as="element()">
    <tr><xsl:apply-templates select="cell"/></tr>
  </xsl:template>

  <xsl:template match="cell" as="element()">
    <td><xsl:apply-templates/></td>
  </xsl:template>

  <xsl:template match="row[@role = 'label']/cell" as="element()" priority="1">
    <th><xsl:apply-templates/></th>
  </xsl:template>

  <xsl:template match="gi" as="element()">
    <xsl:variable name="named" as="element(r:element)?" select="key('specification', string(.), root())[self::r:element]"/>
    <xsl:choose>
      <xsl:when test="$named"><a href="#{$named/@ident}"><code>{.}</code></a></xsl:when>
      <xsl:otherwise><code>{.}</code></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="att" as="element()">
    <code>@{.}</code>
  </xsl:template>

  <xsl:template match="val" as="element()">
    <code>"{.}"</code>
  </xsl:template>

  <xsl:template match="code | ident | tag" as="element()">
    <code><xsl:apply-templates/></code>
  </xsl:template>

  <xsl:template match="eg" as="element()">
    <pre><code><xsl:apply-templates/></code></pre>
  </xsl:template>

  <xsl:template match="emph | term" as="element()">
    <em><xsl:apply-templates/></em>
  </xsl:template>

  <xsl:template match="q | soCalled | mentioned" as="item()*">
    <xsl:text>“</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>”</xsl:text>
  </xsl:template>

  <xsl:template match="ref[@target]" as="element()">
    <a href="{@target}"><xsl:apply-templates/></a>
  </xsl:template>
</xsl:stylesheet>
