<?xml version="1.0" encoding="UTF-8"?>
<!-- Who it is that speaks. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Who an id names: as the edition knows her, as the header has her, else the id. -->
  <xsl:function name="f:speaker-name" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="(
        key('v:entity', $id, $context)/@label, key('v:by-id', $id, $document)/persName ! f:plain(.), $id)[normalize-space()][1] ! string()"/>
  </xsl:function>
</xsl:stylesheet>
