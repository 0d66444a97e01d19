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
      <xsl:if test="@who"><b class="speaker"><xsl:sequence select="fp:speakers-of(.)"/><xsl:text> </xsl:text></b></xsl:if>
      <xsl:apply-templates mode="m:text"/>
    </p>
  </xsl:template>

  <!-- An utterance that is divided into paragraphs is set as a turn. -->
  <xsl:template match="u[fp:in-paragraphs(.)]" mode="m:text" as="element()" priority="1">
    <div>
      <xsl:sequence select="f:attributes(., ('u', 'sp'))"/>
      <xsl:for-each select="@who"><xsl:attribute name="data-voice" select="string-join(f:speaker-ids(..), ' ')"/></xsl:for-each>
      <div class="who"><p class="speaker"><xsl:sequence select="fp:speakers-of(.)"/></p></div>
      <div class="words"><xsl:apply-templates select="*" mode="m:text"/></div>
    </div>
  </xsl:template>

  <xsl:template match="u[fp:in-paragraphs(.)]/seg" mode="m:text" as="element()">
    <p>
      <xsl:sequence select="f:attributes(., ('p', 'seg'))"/>
      <xsl:apply-templates mode="m:text"/>
    </p>
  </xsl:template>

  <xsl:function name="fp:in-paragraphs" as="xs:boolean">
    <xsl:param name="utterance" as="element(u)"/>
    <xsl:sequence select="exists($utterance/seg) and f:among-blocks($utterance) and empty($utterance/text()[normalize-space()])"/>
  </xsl:function>

  <!-- The names of those who speak; the edition's persons are links. -->
  <xsl:function name="fp:speakers-of" as="node()*">
    <xsl:param name="utterance" as="element(u)"/>
    <xsl:for-each select="f:speaker-ids($utterance)">
      <xsl:variable name="name" as="xs:string" select="f:speaker-name(., root($utterance))"/>
      <xsl:if test="position() gt 1">{f:word('list.separator')}</xsl:if>
      <xsl:choose>
        <xsl:when test="key('v:entity', ., $context)"><a class="name person" href="{f:to-entity('person', .)}" data-entity="{.}">{$name}</a></xsl:when>
        <xsl:otherwise>{$name}</xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
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
