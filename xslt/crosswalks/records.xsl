<?xml version="1.0" encoding="UTF-8"?>
<!--
  All that is published about one document for machines, in one pass over it: a JSON object with each format
  of metadata as text, the citable units and the citations as rows. What a document has not is absent.
-->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:records"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all"
    name="urn:teiedition:crosswalk:records" package-version="1.0">

  <xsl:include href="../modules/anchors.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="oai_dc-main.xsl"/>
  <xsl:include href="mods-main.xsl"/>
  <xsl:include href="marcxml-main.xsl"/>
  <xsl:include href="mets-main.xsl"/>
  <xsl:include href="oai_openaire-main.xsl"/>
  <xsl:include href="rdf-main.xsl"/>
  <xsl:include href="rdf-writers.xsl"/>
  <xsl:include href="letter-main.xsl"/>
  <xsl:include href="units-main.xsl"/>
  <xsl:include href="citations-main.xsl"/>
  <xsl:include href="reading-main.xsl"/>
  <xsl:include href="manifest-main.xsl"/>

  <xsl:output method="json" encoding="UTF-8" indent="no"/>
  <xsl:mode name="m:records" on-no-match="fail" on-multiple-match="fail" use-accumulators="v:numbers v:element-numbers v:places"/>

  <xsl:variable name="v:unit-columns" as="xs:string+" select="'name', 'level', 'type', 'title', 'place'"/>
  <xsl:variable name="v:citation-columns" as="xs:string+"
      select="'at', 'id', 'type', 'corresp', 'author', 'title', 'date', 'place', 'publisher', 'scope', 'shelfmark'"/>

  <xsl:template match="/" mode="m:records" as="map(xs:string, item())">
    <xsl:variable name="facts" as="element(c:facts)" select="f:facts(*)"/>
    <xsl:variable name="dc" as="element()"><xsl:apply-templates select="$facts" mode="m:oai-dc"/></xsl:variable>
    <xsl:variable name="mods" as="element()"><xsl:apply-templates select="$facts" mode="m:mods"/></xsl:variable>
    <xsl:variable name="marc" as="element()"><xsl:apply-templates select="$facts" mode="m:marcxml"/></xsl:variable>
    <xsl:variable name="openaire" as="element()"><xsl:apply-templates select="$facts" mode="m:oai-openaire"/></xsl:variable>
    <xsl:variable name="resource" as="element(c:resource)"><xsl:apply-templates select="$facts" mode="m:rdf"/></xsl:variable>
    <xsl:variable name="letter" as="element()?"><xsl:apply-templates select="." mode="m:letter"/></xsl:variable>
    <xsl:variable name="reading" as="element()"><xsl:apply-templates select="." mode="m:reading"/></xsl:variable>
    <xsl:variable name="citations" as="element(c:citations)"><xsl:apply-templates select="." mode="m:citations"/></xsl:variable>
    <xsl:sequence select="map:merge((
        map {
          'oai_dc': fp:written($dc), 'mods': fp:written($mods), 'marcxml': fp:written($marc),
          'mets': fp:written(f:mets($facts, f:pictures(*))), 'oai_openaire': fp:written($openaire),
          'turtle': f:turtle($resource), 'jsonld': serialize(f:json-ld($resource), map { 'method': 'json' }),
          'html': fp:written($reading),
          'units': fp:rows($v:units//c:unit, $v:unit-columns), 'cited': fp:rows($citations/c:citation, $v:citation-columns) },
        $letter ! map { 'letter': fp:written(.) },
        f:manifest($facts, *) ! map { 'manifest': serialize(., map { 'method': 'json' }) }))"/>
  </xsl:template>

  <xsl:function name="fp:written" as="xs:string">
    <xsl:param name="xml" as="element()"/>
    <xsl:sequence select="serialize($xml, map { 'method': 'xml', 'omit-xml-declaration': true() })"/>
  </xsl:function>

  <!-- Elements as rows: the attributes named, null where there is none, and last the words. -->
  <xsl:function name="fp:rows" as="array(*)">
    <xsl:param name="elements" as="element()*"/>
    <xsl:param name="columns" as="xs:string+"/>
    <xsl:sequence select="array { $elements ! fp:row(., $columns) }"/>
  </xsl:function>

  <xsl:function name="fp:row" as="array(*)">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="columns" as="xs:string+"/>
    <xsl:sequence select="fold-left($columns, [], function($row as array(*), $column as xs:string) as array(*) {
        array:append($row, $element/@*[local-name() = $column] ! string()) }) => array:append(normalize-space($element))"/>
  </xsl:function>
</xsl:package>
