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

  <xsl:include href="pointers.xsl"/>

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

  <!-- A place in a document by its name; $part names the page where the document has several. -->
  <xsl:function name="f:to-passage" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="part" as="xs:string?"/>
    <xsl:param name="anchor" as="xs:string?"/>
    <xsl:sequence select="f:to($id || ($part[. ne ''] ! ('/' || .), '')[1] || '.html') || ($anchor[. ne ''] ! ('#' || .), '')[1]"/>
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
    <xsl:sequence select="f:name-id($name) ! key('v:entity', ., $context)[1]"/>
  </xsl:function>
</xsl:stylesheet>
