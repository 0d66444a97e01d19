<?xml version="1.0" encoding="UTF-8"?>
<!-- Speech as it was heard (TEI P5, 8): utterances with their speakers; what is no speech stands in parentheses. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:template match="u[f:among-blocks(.) or parent::annotationBlock]" mode="m:text" as="element()">
    <p>
      <xsl:sequence select="f:attributes(., 'u')"/>
      <xsl:if test="@who"><b class="speaker">{string-join(f:speaker-ids(.) ! fp:speaker(., root(current())), ', ')} </b></xsl:if>
      <xsl:apply-templates mode="m:text"/>
    </p>
  </xsl:template>

  <!-- Who it is that an id names: as the edition knows her, as the header has her, else the id. -->
  <xsl:function name="fp:speaker" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="(
        key('v:entity', $id, $context)/@label, key('v:by-id', $id, $document)/persName ! f:plain(.), $id)[normalize-space()][1] ! string()"/>
  </xsl:function>

  <xsl:template match="vocal | kinesic | incident | pause | shift" mode="m:text" as="element()">
    <xsl:variable name="said" as="xs:string"
        select="(f:plain(.), string-join((@type, @feature, @new, @dur), ' '), f:word('heard.' || local-name()))[. ne ''][1]"/>
    <xsl:element name="{if (f:among-blocks(.)) then f:p-or-div(.) else f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., ('heard', local-name()))"/>
      <xsl:text>(</xsl:text>
      <xsl:choose>
        <xsl:when test="normalize-space()"><xsl:apply-templates mode="m:text"/></xsl:when>
        <xsl:otherwise>{$said}</xsl:otherwise>
      </xsl:choose>
      <xsl:text>)</xsl:text>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
