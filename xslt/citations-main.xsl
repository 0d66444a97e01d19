<?xml version="1.0" encoding="UTF-8"?>
<!--
  A document's citation in every format, as one JSON object: the ending of a file → its text.
  `path` is the document's page in the site; `context` is `c:context` with `c:edition`.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiedition:function"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="modules/plain.xsl"/>
  <xsl:include href="modules/words.xsl"/>
  <xsl:include href="modules/links.xsl"/>
  <xsl:include href="modules/citation.xsl"/>
  <xsl:include href="modules/citation-formats.xsl"/>

  <xsl:output method="json" encoding="UTF-8"/>

  <xsl:param name="path" as="xs:string"/>
  <xsl:param name="context" as="document-node()"/>
  <xsl:param name="locale" as="document-node()"/>

  <xsl:global-context-item as="document-node()" use="required"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:key name="v:by-id" match="*[@xml:id]" use="@xml:id" xmlns:v="urn:teiedition:variable"/>

  <xsl:template match="/" as="map(xs:string, xs:string)">
    <xsl:sequence select="f:citation-formats(f:citation(TEI))"/>
  </xsl:template>
</xsl:stylesheet>
