<?xml version="1.0" encoding="UTF-8"?>
<!-- c:entities → the edition and its persons, places and organisations as RDF: a JSON array of [Turtle, JSON-LD]. -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:resources"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes"
    name="urn:teiedition:crosswalk:resources" package-version="1.0">

  <xsl:include href="base.xsl"/>
  <xsl:include href="authorities.xsl"/>
  <xsl:include href="rdf-writers.xsl"/>

  <xsl:mode name="m:resources" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:fact" on-no-match="deep-skip" on-multiple-match="fail"/>
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
      <xsl:for-each select="distinct-values((person | place | org)/(persName | placeName | orgName | name)[not(@type = ('short', 'damaged'))]
          ! normalize-space())[not(. = current()/@label)]">
        <c:property name="schema:alternateName">{.}</c:property>
      </xsl:for-each>
      <xsl:apply-templates select="(person | place | org)/*" mode="m:fact"/>
      <xsl:for-each select="f:same-as(.)"><c:property name="schema:sameAs" ref="{@url}"/></xsl:for-each>
    </c:resource>
  </xsl:template>

  <!-- What an authority entry says of somebody or something besides names. -->
  <xsl:template match="birth[@when] | death[@when]" mode="m:fact" as="element(c:property)">
    <c:property name="schema:{local-name()}Date">
      <xsl:attribute name="datatype"
          select="if (@when castable as xs:date) then 'xsd:date' else if (@when castable as xs:gYearMonth) then 'xsd:gYearMonth' else 'xsd:gYear'"/>
      <xsl:value-of select="@when"/>
    </c:property>
  </xsl:template>

  <xsl:template match="occupation" mode="m:fact" as="element(c:property)">
    <c:property name="schema:hasOccupation">
      <c:resource>
        <c:type>schema:Role</c:type>
        <c:property name="schema:roleName">{normalize-space()}</c:property>
        <xsl:for-each select="@from"><c:property name="schema:startDate">{.}</c:property></xsl:for-each>
        <xsl:for-each select="@to"><c:property name="schema:endDate">{.}</c:property></xsl:for-each>
      </c:resource>
    </c:property>
  </xsl:template>

  <!-- Latitude and longitude in degrees (WGS 84). -->
  <xsl:template match="location[geo]" mode="m:fact" as="element(c:property)?">
    <xsl:variable name="degrees" as="xs:string*" select="tokenize(geo[1], '[\s,]+')[. castable as xs:decimal]"/>
    <xsl:if test="count($degrees) = 2">
      <c:property name="schema:geo">
        <c:resource>
          <c:type>schema:GeoCoordinates</c:type>
          <c:property name="schema:latitude" datatype="xsd:decimal">{$degrees[1]}</c:property>
          <c:property name="schema:longitude" datatype="xsd:decimal">{$degrees[2]}</c:property>
        </c:resource>
      </c:property>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note[not(@type)][normalize-space()]" mode="m:fact" as="element(c:property)">
    <c:property name="schema:description">{normalize-space()}</c:property>
  </xsl:template>
</xsl:package>
