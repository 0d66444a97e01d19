<?xml version="1.0" encoding="UTF-8"?>
<!-- c:entities → the edition and its persons, places and organisations as RDF: a JSON array of [Turtle, JSON-LD]. -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:resources"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all"
    expand-text="yes"
    name="urn:teiedition:crosswalk:resources" package-version="1.0">

  <xsl:include href="base.xsl"/>
  <xsl:include href="authorities.xsl"/>
  <xsl:include href="rdf-writers.xsl"/>

  <xsl:mode name="m:resources" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:output method="json" encoding="UTF-8" indent="no"/>

  <xsl:variable name="v:kinds" as="map(xs:string, xs:string+)" select="map {
      'person': ('persons', 'schema:Person', 'crm:E21_Person'),
      'place': ('places', 'schema:Place', 'crm:E53_Place'),
      'organisation': ('organisations', 'schema:Organization', 'crm:E74_Group') }"/>

  <xsl:template match="/" as="array(*)">
    <xsl:variable name="resources" as="element(c:resource)+">
      <xsl:apply-templates select="$v:edition, c:entities/c:entity"/>
    </xsl:variable>
    <xsl:sequence select="array { $resources ! [f:turtle(.), serialize(f:json-ld(.), map { 'method': 'json' })] }"/>
  </xsl:template>

  <xsl:template match="c:edition" as="element(c:resource)">
    <c:resource about="{$v:base}">
      <c:type>schema:Collection</c:type>
      <c:type>schema:Dataset</c:type>
      <c:property name="schema:name" lang="{@lang}">{@title}</c:property>
      <xsl:for-each select="@subtitle[. ne '']"><c:property name="schema:alternativeHeadline" lang="{../@lang}">{.}</c:property></xsl:for-each>
      <xsl:for-each select="@publisher[. ne '']">
        <c:property name="schema:publisher"><c:resource><c:type>schema:Organization</c:type><c:property name="schema:name">{.}</c:property></c:resource></c:property>
      </xsl:for-each>
      <xsl:for-each select="c:editor">
        <c:property name="schema:editor"><c:resource><c:type>schema:Person</c:type><c:property name="schema:name">{.}</c:property></c:resource></c:property>
      </xsl:for-each>
      <xsl:for-each select="@licence-url[. ne '']"><c:property name="schema:license" ref="{.}"/></xsl:for-each>
      <c:property name="schema:inLanguage">{@lang}</c:property>
    </c:resource>
  </xsl:template>

  <xsl:template match="c:entity" as="element(c:resource)">
    <xsl:variable name="kind" as="xs:string+" select="$v:kinds(@kind)"/>
    <c:resource about="{$v:base}{$kind[1]}/{encode-for-uri(@ref)}.html">
      <xsl:for-each select="tail($kind)"><c:type>{.}</c:type></xsl:for-each>
      <c:property name="schema:name">{@label}</c:property>
      <xsl:for-each select="@description[. ne '']"><c:property name="schema:description">{.}</c:property></xsl:for-each>
      <xsl:for-each select="f:same-as(.)"><c:property name="schema:sameAs" ref="{@url}"/></xsl:for-each>
    </c:resource>
  </xsl:template>
</xsl:package>
