<?xml version="1.0" encoding="UTF-8"?>
<!--
  A chapter: the document as the reading site shows it, without the page around it. Only what differs
  from the site stands here. Links are still those of the site; binding.xsl turns them into the book's.
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

  <xsl:import href="../html-main.xsl"/>

  <xsl:output method="xml" indent="no" omit-xml-declaration="yes"/>

  <!-- What the book around it must know stands in attributes; the text is one section. -->
  <xsl:template match="TEI" mode="m:page" as="element(c:chapter)">
    <xsl:variable name="facts" as="map(xs:string, xs:string*)" select="f:citation(.)"/>
    <c:chapter id="{$facts?id}" title="{($facts?title, $facts?id)[normalize-space()][1]}" lang="{fp:text-language(.)}">
      <xsl:where-populated>
        <xsl:attribute name="page" select="'editorial'[$v:is-editorial]"/>
        <xsl:attribute name="when" select="$facts?date[not($v:is-editorial)]"/>
        <xsl:attribute name="source" select="string-join(($facts?repository, $facts?shelfmark)[. ne ''], ', ')"/>
        <xsl:attribute name="genre" select="f:genre(teiHeader) ! f:word-or('genre.' || ., .)"/>
        <xsl:attribute name="abstract" select="$facts?abstract"/>
        <xsl:attribute name="rights" select="teiHeader/fileDesc/publicationStmt/availability/licence/@target"/>
      </xsl:where-populated>
      <xsl:for-each select="$facts?authors"><c:author>{.}</c:author></xsl:for-each>
      <xsl:apply-templates select="." mode="m:main"/>
    </c:chapter>
  </xsl:template>

  <xsl:function name="fp:text-language" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="string(($document/text/@xml:lang, $document/@xml:lang, $v:language)[. ne ''][1])"/>
  </xsl:function>

  <xsl:template match="TEI[not($v:is-editorial)]" mode="m:main" as="element()" priority="3">
    <article class="document">
      <header class="head">
        <xsl:apply-templates select="teiHeader" mode="m:headline"/>
        <xsl:apply-templates select="teiHeader" mode="m:facts"/>
        <xsl:apply-templates select="teiHeader/profileDesc/abstract" mode="m:headline"/>
      </header>
      <div class="text" id="text">
        <xsl:apply-templates select="f:content(.)" mode="m:text"/>
      </div>
      <xsl:sequence select="f:note-lists()"/>
      <xsl:apply-templates select="teiHeader" mode="m:provenance"/>
    </article>
  </xsl:template>

  <!-- An e-book has no links to single paragraphs: a reading system marks places in its own way. -->
  <xsl:function name="f:permalink" as="element()?">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="()"/>
  </xsl:function>

  <!-- Pages of the source that have a number can be gone to. -->
  <xsl:template match="pb[@n]" mode="m:text" as="element()">
    <xsl:variable name="number" as="xs:string"><xsl:number count="pb[@n]" level="any"/></xsl:variable>
    <xsl:element name="{if (f:among-blocks(.)) then 'div' else 'span'}">
      <xsl:attribute name="id" select="(@xml:id, 'page.' || $number)[1]"/>
      <xsl:attribute name="class" select="'pb'"/>
      <xsl:attribute name="role" select="'doc-pagebreak'"/>
      <xsl:attribute name="aria-label" select="@n"/>
      <xsl:text>[{@n}]</xsl:text>
    </xsl:element>
  </xsl:template>

  <!-- Of an old spelling and that of today, of an abbreviation and what it stands for, a book shows one. -->
  <xsl:template match="choice[reg | expan]/(orig | abbr)" mode="m:choice" as="empty-sequence()" priority="2"/>

  <xsl:template match="choice/(reg | expan)" mode="m:choice" as="element()" priority="2">
    <span>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </span>
  </xsl:template>

  <!-- A slip and its correction: the correction is read, a note has what stands in the source. -->
  <xsl:variable name="v:all-notes" as="element()*"
      select="//text//(note[f:is-footnote(.)] | app[f:has-readings(.)] | choice[corr])"/>

  <xsl:template match="choice[corr][ancestor::text]" mode="m:text" as="element()">
    <span class="choice">
      <xsl:apply-templates select="corr[1]" mode="m:text"/>
      <xsl:sequence select="f:mark(.)"/>
    </span>
  </xsl:template>

  <xsl:template match="choice" mode="m:note" as="node()*">
    <xsl:text>{f:word('print.in-source')} </xsl:text>
    <span class="as-written"><xsl:apply-templates select="(sic, orig, abbr, unclear)[1]/node()" mode="m:text"/></span>
  </xsl:template>
</xsl:stylesheet>
