<?xml version="1.0" encoding="UTF-8"?>
<!-- Resources (rdf-main.xsl) written as Turtle 1.1 and as JSON-LD 1.1. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    exclude-result-prefixes="#all">

  <!-- One statement block: the subject, its types, its properties. -->
  <xsl:function name="f:turtle" as="xs:string">
    <xsl:param name="resource" as="element(c:resource)"/>
    <xsl:sequence select="fp:iri($resource/@about) || ' ' || fp:turtle-body($resource, '&#10;    ') || ' .&#10;'"/>
  </xsl:function>

  <xsl:function name="fp:turtle-body" as="xs:string">
    <xsl:param name="resource" as="element(c:resource)"/>
    <xsl:param name="break" as="xs:string"/>
    <xsl:sequence select="string-join((
        'a ' || string-join($resource/c:type, ', '),
        $resource/c:property ! (@name || ' ' || fp:turtle-value(.))), ' ;' || $break)"/>
  </xsl:function>

  <xsl:function name="fp:turtle-value" as="xs:string">
    <xsl:param name="property" as="element(c:property)"/>
    <xsl:sequence select="
        if ($property/@ref) then fp:iri($property/@ref)
        else if ($property/c:resource) then '[ ' || fp:turtle-body($property/c:resource, ' ') || ' ]'
        else fp:quoted($property) || $property/(@lang ! ('@' || .), @datatype ! ('^^' || .))[1]"/>
  </xsl:function>

  <xsl:function name="fp:iri" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="'&lt;' || iri-to-uri($address) || '&gt;'"/>
  </xsl:function>

  <xsl:function name="fp:quoted" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="'&quot;' || replace(replace(replace($text, '\\', '\\\\'), '&quot;', '\\&quot;'), '[\n\r]', ' ') || '&quot;'"/>
  </xsl:function>

  <!-- A node object of JSON-LD, in the context that edition.jsonld begins with. -->
  <xsl:function name="f:json-ld" as="map(*)">
    <xsl:param name="resource" as="element(c:resource)"/>
    <xsl:variable name="properties" as="map(*)*">
      <xsl:for-each-group select="$resource/c:property" group-by="@name">
        <xsl:variable name="values" as="item()+" select="current-group() ! fp:json-value(.)"/>
        <xsl:sequence select="map { current-grouping-key(): if (count($values) = 1) then $values else array { $values } }"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="map:merge(($resource/@about ! map { '@id': iri-to-uri(.) },
        map { '@type': array { $resource/c:type ! string() } }, $properties))"/>
  </xsl:function>

  <xsl:function name="fp:json-value" as="item()">
    <xsl:param name="property" as="element(c:property)"/>
    <xsl:sequence select="
        if ($property/@ref) then map { '@id': iri-to-uri($property/@ref) }
        else if ($property/c:resource) then f:json-ld($property/c:resource)
        else if ($property/@lang) then map { '@value': string($property), '@language': string($property/@lang) }
        else if ($property/@datatype) then map { '@value': string($property), '@type': string($property/@datatype) }
        else string($property)"/>
  </xsl:function>
</xsl:stylesheet>
