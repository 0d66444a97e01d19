<?xml version="1.0" encoding="UTF-8"?>
<!--
  Facts → resources of RDF: schema.org, with CIDOC-CRM for the document, its making and its keeping. A resource is
  c:resource(@about) with c:type and c:property(@name); a value is text (@lang, @datatype), an address (@ref) or a
  resource without a name. turtle.xsl and json-ld.xsl write them down.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace=""
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:mode name="m:rdf" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="c:facts" mode="m:rdf" as="element(c:resource)">
    <c:resource about="{c:file[@type = 'text/html']/@url}">
      <c:type>{if (@letter) then 'schema:Message' else 'schema:CreativeWork'}</c:type>
      <c:type>crm:E31_Document</c:type>
      <c:property name="schema:identifier">{@id}</c:property>
      <c:property name="schema:isPartOf" ref="{$v:base}"/>
      <xsl:apply-templates select="@genre, @lang, c:title, c:date, c:abstract, c:publisher, c:agent, c:subject, c:holding, c:rights, c:file, c:relation" mode="m:rdf"/>
      <c:property name="crm:P94i_was_created_by">
        <c:resource>
          <c:type>crm:E65_Creation</c:type>
          <xsl:apply-templates select="c:agent[@role = ('author', 'sender')][@ref]" mode="m:rdf-creation"/>
          <xsl:apply-templates select="c:date" mode="m:rdf-creation"/>
        </c:resource>
      </c:property>
    </c:resource>
  </xsl:template>

  <xsl:mode name="m:rdf-creation" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="@genre" mode="m:rdf" as="element()"><c:property name="schema:genre">{.}</c:property></xsl:template>
  <xsl:template match="@lang" mode="m:rdf" as="element()"><c:property name="schema:inLanguage">{.}</c:property></xsl:template>
  <xsl:template match="c:title" mode="m:rdf" as="element()"><c:property name="schema:name"><xsl:copy-of select="../@lang"/>{.}</c:property></xsl:template>
  <xsl:template match="c:abstract" mode="m:rdf" as="element()"><c:property name="schema:abstract">{.}</c:property></xsl:template>

  <xsl:template match="c:publisher[normalize-space()]" mode="m:rdf" as="element()">
    <c:property name="schema:publisher"><c:resource><c:type>schema:Organization</c:type><c:property name="schema:name">{.}</c:property></c:resource></c:property>
  </xsl:template>

  <!-- One day is a date; what is longer or open is an interval, for schema.org in words of ISO 8601. -->
  <xsl:template match="c:date" mode="m:rdf" as="element()">
    <c:property name="schema:dateCreated"><xsl:sequence select="fp:datatype(@iso)"/>{@iso}</c:property>
  </xsl:template>

  <xsl:template match="c:date" mode="m:rdf-creation" as="element()">
    <xsl:variable name="ends" as="xs:string+" select="tokenize(@iso, '/')"/>
    <c:property name="crm:P4_has_time-span">
      <c:resource>
        <c:type>crm:E52_Time-Span</c:type>
        <c:property name="crm:P82a_begin_of_the_begin"><xsl:sequence select="fp:datatype($ends[1])"/>{$ends[1]}</c:property>
        <c:property name="crm:P82b_end_of_the_end"><xsl:sequence select="fp:datatype($ends[last()])"/>{$ends[last()]}</c:property>
      </c:resource>
    </c:property>
  </xsl:template>

  <xsl:template match="c:agent" mode="m:rdf-creation" as="element()">
    <c:property name="crm:P14_carried_out_by" ref="{f:entity-url(.)}"/>
  </xsl:template>

  <xsl:variable name="v:schema-roles" as="map(xs:string, xs:string)" select="map { 'author': 'author', 'sender': 'sender',
      'addressee': 'recipient', 'translator': 'translator', 'editor': 'editor', 'funder': 'funder' }"/>

  <xsl:template match="c:agent" mode="m:rdf" as="element()">
    <c:property name="schema:{($v:schema-roles(@role), 'contributor')[1]}"><xsl:sequence select="fp:named(.)"/></c:property>
  </xsl:template>

  <!-- Only messages have senders and recipients; a sender is the author of whatever it is. -->
  <xsl:template match="c:agent[@role = 'sender']" mode="m:rdf" as="element()+" priority="1">
    <c:property name="schema:sender"><xsl:sequence select="fp:named(.)"/></c:property>
    <c:property name="schema:author"><xsl:sequence select="fp:named(.)"/></c:property>
  </xsl:template>

  <xsl:template match="c:subject" mode="m:rdf" as="element()+">
    <c:property name="schema:mentions" ref="{f:entity-url(.)}"/>
    <c:property name="crm:P67_refers_to" ref="{f:entity-url(.)}"/>
  </xsl:template>

  <xsl:template match="c:holding" mode="m:rdf" as="element()*">
    <xsl:for-each select="@repository">
      <c:property name="schema:holdingArchive"><c:resource><c:type>schema:ArchiveOrganization</c:type><c:property name="schema:name">{.}</c:property></c:resource></c:property>
    </xsl:for-each>
    <xsl:for-each select="@shelfmark"><c:property name="schema:itemLocation">{.}</c:property></xsl:for-each>
    <xsl:if test="normalize-space()"><c:property name="schema:citation">{.}</c:property></xsl:if>
  </xsl:template>

  <xsl:template match="c:rights[@url]" mode="m:rdf" as="element()"><c:property name="schema:license" ref="{@url}"/></xsl:template>

  <xsl:template match="c:file" mode="m:rdf" as="element()">
    <c:property name="schema:encoding">
      <c:resource>
        <c:type>schema:MediaObject</c:type>
        <c:property name="schema:encodingFormat">{@type}</c:property>
        <c:property name="schema:contentUrl" ref="{@url}"/>
      </c:resource>
    </c:property>
  </xsl:template>

  <xsl:template match="c:relation" mode="m:rdf" as="element()?">
    <xsl:variable name="property" as="xs:string?" select="map { 'host': 'isPartOf', 'constituent': 'hasPart', 'cites': 'citation' }(@type)"/>
    <xsl:if test="$property"><c:property name="schema:{$property}" ref="{@url}"/></xsl:if>
  </xsl:template>

  <!-- Somebody with a page of their own is that page's address; others have only a name. -->
  <xsl:function name="fp:named" as="item()">
    <xsl:param name="named" as="element()"/>
    <xsl:choose>
      <xsl:when test="$named/@ref"><xsl:attribute name="ref" select="f:entity-url($named)"/></xsl:when>
      <xsl:otherwise>
        <c:resource>
          <c:type>{if ($named/@kind = 'organisation') then 'schema:Organization' else 'schema:Person'}</c:type>
          <c:property name="schema:name">{$named/c:name}</c:property>
        </c:resource>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:entity-url" as="xs:string">
    <xsl:param name="named" as="element()"/>
    <xsl:sequence select="$v:base || map { 'person': 'persons', 'place': 'places', 'organisation': 'organisations' }($named/@kind)
        || '/' || encode-for-uri($named/@ref) || '.html'"/>
  </xsl:function>

  <xsl:function name="fp:datatype" as="attribute()?">
    <xsl:param name="date" as="xs:string"/>
    <xsl:for-each select="('xsd:date'[matches($date, '^-?\d{4}-\d\d-\d\d$')], 'xsd:gYearMonth'[matches($date, '^-?\d{4}-\d\d$')],
        'xsd:gYear'[matches($date, '^-?\d{4}$')])[1]">
      <xsl:attribute name="datatype" select="."/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
