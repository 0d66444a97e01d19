<?xml version="1.0" encoding="UTF-8"?>
<!-- c:books → an OPDS 1.2 acquisition feed of what can be downloaded and read: the whole edition, each document. -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:opds"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns="http://www.w3.org/2005/Atom"
    xmlns:dcterms="http://purl.org/dc/terms/"
    exclude-result-prefixes="xs c f m v"
    expand-text="yes"
    name="urn:teiedition:crosswalk:opds" package-version="1.0">

  <xsl:include href="base.xsl"/>

  <xsl:mode name="m:opds" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <xsl:template match="/" as="element()">
    <feed xml:lang="{$v:edition/@lang}">
      <id>{c:books/@id}</id>
      <title>{$v:edition/@title}</title>
      <updated>{c:books/@newest}</updated>
      <author><name>{($v:edition/c:editor, $v:edition/@publisher[. ne ''], $v:edition/@title)[1]}</name></author>
      <link rel="self" type="application/atom+xml;profile=opds-catalog;kind=acquisition" href="{f:beside('data/opds.xml')}"/>
      <link rel="start" type="application/atom+xml;profile=opds-catalog;kind=acquisition" href="{f:beside('data/opds.xml')}"/>
      <xsl:apply-templates select="c:books/c:book"/>
    </feed>
  </xsl:template>

  <xsl:template match="c:book" as="element()">
    <entry>
      <title>{@title}</title>
      <id>{@identifier}</id>
      <updated>{@datestamp}</updated>
      <xsl:for-each select="@when"><dcterms:issued>{.}</dcterms:issued></xsl:for-each>
      <dcterms:language>{$v:edition/@lang}</dcterms:language>
      <xsl:for-each select="c:abstract"><summary type="text">{.}</summary></xsl:for-each>
      <xsl:for-each select="c:file"><link rel="http://opds-spec.org/acquisition/open-access" type="{@type}" href="{f:beside(@path)}"/></xsl:for-each>
    </entry>
  </xsl:template>
</xsl:package>
