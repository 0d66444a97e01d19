<?xml version="1.0" encoding="UTF-8"?>
<!--
  Abstract patterns and rules, put where they are used (ISO/IEC 19757-3, 5.4.9, 5.4.12): a pattern with
  @is-a is the abstract one with its parameters filled in; `extends` is the assertions of the rule it names.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    exclude-result-prefixes="#all"
    default-mode="m:concrete"
    expand-text="yes">

  <xsl:mode name="m:concrete" on-no-match="shallow-copy" on-multiple-match="fail"/>
  <xsl:mode name="m:filled" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="sch:pattern[@abstract = 'true'] | sch:rule[@abstract = 'true']" as="empty-sequence()"/>

  <xsl:template match="sch:pattern[@is-a]" as="element(sch:pattern)">
    <xsl:variable name="model" as="element()?" select="fp:abstract(., @is-a)"/>
    <xsl:variable name="values" as="map(xs:string, xs:string)"
        select="map:merge(($model | .)/sch:param ! map { string(@name): string(@value) }, map { 'duplicates': 'use-last' })"/>
    <xsl:variable name="filled" as="element(sch:pattern)">
      <sch:pattern>
        <xsl:copy-of select="$model/@* except $model/(@abstract | @id), @* except @is-a"/>
        <xsl:apply-templates select="$model/node() except $model/sch:param" mode="m:filled">
          <xsl:with-param name="values" select="$values" tunnel="yes"/>
        </xsl:apply-templates>
      </sch:pattern>
    </xsl:variable>
    <xsl:apply-templates select="$filled"/>
  </xsl:template>

  <xsl:template match="@*" mode="m:filled" as="attribute()">
    <xsl:param name="values" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}" select="f:filled(., $values)"/>
  </xsl:template>

  <xsl:template match="text()" mode="m:filled" as="text()">
    <xsl:param name="values" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:value-of select="f:filled(., $values)"/>
  </xsl:template>

  <xsl:template match="sch:extends[@rule]" as="node()*">
    <xsl:apply-templates select="fp:abstract(., @rule)/node()"/>
  </xsl:template>

  <!-- A text with every $name that is a parameter replaced by its value, longer names first. -->
  <xsl:function name="f:filled" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="values" as="map(xs:string, xs:string)"/>
    <xsl:variable name="names" as="xs:string*" select="sort(map:keys($values), (), function($name) { -string-length($name) })"/>
    <xsl:sequence select="fold-left($names, $text, function($so-far, $name) {
        string-join(tokenize($so-far, '$' || $name, 'q'), $values($name)) })"/>
  </xsl:function>

  <!-- The abstract pattern or rule of an identifier. -->
  <xsl:function name="fp:abstract" as="element()">
    <xsl:param name="user" as="element()"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="found" as="element()?" select="$user/ancestor::sch:schema//(sch:pattern | sch:rule)[@abstract = 'true'][@id = $id]"/>
    <xsl:sequence select="if ($found) then $found else error((), 'there is no abstract pattern or rule &quot;' || $id || '&quot;')"/>
  </xsl:function>
</xsl:stylesheet>
