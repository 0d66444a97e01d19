<?xml version="1.0" encoding="UTF-8"?>
<!-- c:books → a page of an OPDS 1.2 acquisition feed of what can be downloaded and read: the edition, each document. -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:opds"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns="http://www.w3.org/2005/Atom"
    xmlns:dcterms="http://purl.org/dc/terms/"
    xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"
    exclude-result-prefixes="xs c f fp m v"
    expand-text="yes"
    name="urn:teiedition:crosswalk:opds" package-version="1.0">

  <xsl:include href="base.xsl"/>
  <xsl:include href="books.xsl"/>

  <xsl:mode name="m:opds" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <xsl:variable name="v:type" as="xs:string" select="'application/atom+xml;profile=opds-catalog;kind=acquisition'"/>

  <xsl:template match="/" as="element()">
    <feed xml:lang="{$v:edition/@lang}">
      <id>{c:books/@id}</id>
      <title>{$v:edition/@title}</title>
      <updated>{c:books/@newest}</updated>
      <author><name>{($v:edition/c:editor, $v:edition/@publisher[. ne ''], $v:edition/@title)[1]}</name></author>
      <xsl:for-each select="f:page-links(c:books, 'xml')">
        <link rel="{?rel}" type="{$v:type}" href="{?href}"/>
      </xsl:for-each>
      <opensearch:totalResults>{c:books/@total}</opensearch:totalResults>
      <opensearch:itemsPerPage>{c:books/@size}</opensearch:itemsPerPage>
      <xsl:apply-templates select="c:books/c:book"/>
    </feed>
  </xsl:template>

  <xsl:template match="c:book" as="element()">
    <entry>
      <title>{@title}</title>
      <id>{@identifier}</id>
      <updated>{@datestamp}</updated>
      <xsl:for-each select="c:author"><author><name>{.}</name></author></xsl:for-each>
      <xsl:for-each select="@when"><dcterms:issued>{.}</dcterms:issued></xsl:for-each>
      <dcterms:language>{@lang}</dcterms:language>
      <xsl:for-each select="$v:edition/@publisher[. ne '']"><dcterms:publisher>{.}</dcterms:publisher></xsl:for-each>
      <xsl:for-each select="$v:rights"><rights>{.}</rights></xsl:for-each>
      <xsl:for-each select="@genre"><category term="{.}" label="{.}"/></xsl:for-each>
      <xsl:for-each select="c:abstract"><summary type="text">{.}</summary></xsl:for-each>
      <link rel="alternate" type="text/html" href="{f:on-site(@page)}"/>
      <xsl:for-each select="c:file">
        <link rel="http://opds-spec.org/acquisition/open-access" type="{@type}" href="{f:book-file(.)}"/>
      </xsl:for-each>
    </entry>
  </xsl:template>
</xsl:package>
