<?xml version="1.0" encoding="UTF-8"?>
<!-- Facts → oai_dc. Unqualified: who, what, when, as plain words; addresses as such. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="xs c f fp m v tei"
    expand-text="yes">

  <xsl:mode name="m:oai-dc" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="/" mode="m:oai-dc" as="element(oai_dc:dc)">
    <xsl:apply-templates select="f:facts(*)" mode="m:oai-dc"/>
  </xsl:template>

  <xsl:template match="c:facts" mode="m:oai-dc" as="element(oai_dc:dc)">
    <oai_dc:dc xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
      <xsl:apply-templates select="c:title" mode="m:oai-dc"/>
      <xsl:apply-templates select="c:agent[@role = ('author', 'sender')]" mode="m:oai-dc"/>
      <xsl:apply-templates select="c:subject, c:abstract, c:publisher" mode="m:oai-dc"/>
      <xsl:apply-templates select="c:agent[not(@role = ('author', 'sender'))]" mode="m:oai-dc"/>
      <xsl:apply-templates select="c:date" mode="m:oai-dc"/>
      <dc:type>Text</dc:type>
      <xsl:apply-templates select="@genre, c:file, c:holding, @lang, c:relation, c:series, c:rights" mode="m:oai-dc"/>
    </oai_dc:dc>
  </xsl:template>

  <xsl:template match="c:title" mode="m:oai-dc" as="element()"><dc:title>{.}</dc:title></xsl:template>

  <xsl:template match="c:agent[@role = ('author', 'sender')]" mode="m:oai-dc" as="element()" priority="1">
    <dc:creator>{c:name}</dc:creator>
  </xsl:template>

  <xsl:template match="c:agent" mode="m:oai-dc" as="element()">
    <dc:contributor>{c:name} ({@role})</dc:contributor>
  </xsl:template>

  <xsl:template match="c:subject" mode="m:oai-dc" as="element()"><dc:subject>{c:name}</dc:subject></xsl:template>
  <xsl:template match="c:subject[@kind = 'place']" mode="m:oai-dc" as="element()"><dc:coverage>{c:name}</dc:coverage></xsl:template>
  <xsl:template match="c:abstract" mode="m:oai-dc" as="element()"><dc:description>{.}</dc:description></xsl:template>
  <xsl:template match="c:publisher[normalize-space()]" mode="m:oai-dc" as="element()"><dc:publisher>{.}</dc:publisher></xsl:template>
  <xsl:template match="c:date" mode="m:oai-dc" as="element()"><dc:date>{@iso}</dc:date></xsl:template>
  <xsl:template match="@genre" mode="m:oai-dc" as="element()"><dc:type>{.}</dc:type></xsl:template>
  <xsl:template match="@lang" mode="m:oai-dc" as="element()"><dc:language>{.}</dc:language></xsl:template>

  <xsl:template match="c:file[@type = 'text/html']" mode="m:oai-dc" as="element()+">
    <dc:identifier>{@url}</dc:identifier>
    <dc:format>text/html</dc:format>
  </xsl:template>

  <xsl:template match="c:file" mode="m:oai-dc" as="element()+">
    <dc:format>{@type}</dc:format>
    <dc:relation>{@url}</dc:relation>
  </xsl:template>

  <xsl:template match="c:holding[normalize-space()]" mode="m:oai-dc" as="element()"><dc:source>{.}</dc:source></xsl:template>
  <xsl:template match="c:relation" mode="m:oai-dc" as="element()"><dc:relation>{@url}</dc:relation></xsl:template>
  <xsl:template match="c:series[normalize-space()]" mode="m:oai-dc" as="element()"><dc:relation>{.}</dc:relation></xsl:template>

  <xsl:template match="c:rights" mode="m:oai-dc" as="element()*">
    <xsl:for-each select="., @url"><xsl:where-populated><dc:rights>{.}</dc:rights></xsl:where-populated></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
