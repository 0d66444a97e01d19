<?xml version="1.0" encoding="UTF-8"?>
<!-- c:changes → an Atom feed (RFC 4287) of what was added, changed or withdrawn last; tombstones by RFC 6721. -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:atom"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns="http://www.w3.org/2005/Atom"
    xmlns:at="http://purl.org/atompub/tombstones/1.0"
    exclude-result-prefixes="xs c f m v"
    expand-text="yes"
    name="urn:teiedition:crosswalk:atom" package-version="1.0">

  <xsl:include href="base.xsl"/>

  <xsl:mode name="m:atom" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <xsl:template match="/" as="element()">
    <feed>
      <title>{$v:edition/@title}</title>
      <id>{c:changes/@id}</id>
      <updated>{c:changes/@newest}</updated>
      <author><name>{($v:edition/c:editor, $v:edition/@publisher[. ne ''], $v:edition/@title)[1]}</name></author>
      <link rel="self" type="application/atom+xml" href="{f:beside('data/atom.xml')}"/>
      <link rel="alternate" type="text/html" href="{$v:base}"/>
      <xsl:apply-templates select="c:changes/c:change"/>
    </feed>
  </xsl:template>

  <xsl:template match="c:change" as="element()">
    <entry>
      <title>{@title}</title>
      <id>{@identifier}</id>
      <updated>{@datestamp}</updated>
      <link rel="alternate" type="text/html" href="{f:page(@id)}"/>
      <link rel="alternate" type="application/tei+xml" href="{replace(f:page(@id), 'html$', 'xml')}"/>
      <summary>{(c:abstract, @title)[1]}</summary>
    </entry>
  </xsl:template>

  <xsl:template match="c:change[@deleted]" as="element()" priority="1">
    <at:deleted-entry ref="{@identifier}" when="{@datestamp}"/>
  </xsl:template>
</xsl:package>
