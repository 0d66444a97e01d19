<?xml version="1.0" encoding="UTF-8"?>
<!-- Where things are in the site, and how the page being made reaches them: by relative links only. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="v:edition" as="element(c:edition)" select="$context/c:context/c:edition"/>

  <!-- The way up from this page to the root of the site. -->
  <xsl:variable name="v:up" as="xs:string" select="string-join((2 to count(tokenize($path, '/'))) ! '../')"/>

  <xsl:variable name="v:folders" as="map(xs:string, xs:string)"
      select="map { 'person': 'persons', 'place': 'places', 'organisation': 'organisations' }"/>

  <xsl:key name="v:entity" match="c:entity" use="@ref"/>

  <!-- A link from this page to a path of the site: 'persons/x.html' → '../persons/x.html'. -->
  <xsl:function name="f:to" as="xs:string">
    <xsl:param name="target" as="xs:string"/>
    <xsl:sequence select="$v:up || iri-to-uri($target)"/>
  </xsl:function>

  <xsl:function name="f:to-document" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="f:to($id || '.html')"/>
  </xsl:function>

  <!-- The path of an entity's page; of a kind's index when no id is given. -->
  <xsl:function name="f:to-entity" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="id" as="xs:string?"/>
    <xsl:sequence select="f:to($v:folders($kind) || (if ($id) then '/' || $id else '') || '.html')"/>
  </xsl:function>

  <!-- The entity that an element names by its @ref, where the edition knows it. -->
  <xsl:function name="f:entity" as="element(c:entity)?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="$name/@ref ! key('v:entity', f:pointer-id(.), $context)[1]"/>
  </xsl:function>

  <!-- '#zhou' and 'persons.xml#zhou' → 'zhou' -->
  <xsl:function name="f:pointer-id" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="replace((tokenize($pointer), '')[1], '^[^#]*#', '')"/>
  </xsl:function>

  <!-- Where a pointer of the document (@target, @corresp) leads from this page: to a place in it, to
       an entity, to another document, to the web. Empty where nothing that the site has is meant. -->
  <xsl:function name="f:target" as="xs:string?">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:variable name="first" as="xs:string" select="(tokenize($pointer), '')[1]"/>
    <xsl:variable name="id" as="xs:string" select="f:pointer-id($first)"/>
    <xsl:variable name="place" as="element()?"
        select="if (starts-with($first, '#')) then key('v:by-id', $id, root($pointer))[1] else ()"/>
    <xsl:variable name="entity" as="element(c:entity)?" select="key('v:entity', $id, $context)[1]"/>
    <xsl:choose>
      <xsl:when test="matches($first, '^(https?|mailto):', 'i')">
        <xsl:sequence select="iri-to-uri($first)"/>
      </xsl:when>
      <xsl:when test="$place">
        <xsl:sequence select="'#' || (if ($place/ancestor::text) then $id else 'text')"/>
      </xsl:when>
      <xsl:when test="contains($first, '#') and $entity">
        <xsl:sequence select="f:to-entity($entity/@kind, $id)"/>
      </xsl:when>
      <xsl:when test="matches($first, '^[^:/#]+\.(xml|html)(#.*)?$')">
        <xsl:sequence select="f:to(replace($first, '\.xml(#.*)?$', '.html$1'))"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
