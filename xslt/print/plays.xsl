<?xml version="1.0" encoding="UTF-8"?>
<!-- Plays, and speech as it was heard: who is in it, what is done, who says what. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    default-mode="m:print"
    expand-text="yes">

  <xsl:template match="castList | castGroup" as="text()*">
    <xsl:value-of select="f:call('items', (), fp:parts(.))"/>
  </xsl:template>

  <xsl:template match="castItem[not(normalize-space())]" as="empty-sequence()" priority="1"/>

  <xsl:template match="castItem" as="text()*">
    <xsl:value-of select="f:call('dictionary-entry', (), fp:parts(.))"/>
  </xsl:template>

  <xsl:template match="(castList | castGroup)/head" as="text()*" priority="1">
    <xsl:value-of select="f:call('small-head', (), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="role" as="text()*">
    <xsl:value-of select="f:call('smallcaps', (), fp:inner(.))"/>
  </xsl:template>

  <!-- A direction that stands between the speeches. -->
  <xsl:template match="stage[not(parent::p or parent::l or parent::ab or parent::sp or parent::speaker)] | view" as="text()*">
    <xsl:value-of select="f:call('para', (), f:call('emph', (), fp:inner(.)))"/>
  </xsl:template>

  <xsl:template match="spGrp | performance | prologue | epilogue | set | annotationBlock" as="text()*"><xsl:apply-templates/></xsl:template>

  <xsl:template match="u[not(ancestor::p)]" as="text()*">
    <xsl:variable name="speakers" as="xs:string" select="string-join(f:speaker-ids(.) ! f:speaker-name(., root(current())), ', ')"/>
    <xsl:value-of select="f:call('speech', 'speaker: [' || f:call('smallcaps', (), f:text($speakers)) || ']', fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="u[*][empty(text()[normalize-space()])]/seg" as="text()*">
    <xsl:value-of select="f:call('para', (), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="vocal | kinesic | incident | pause | shift" as="text()*">
    <xsl:variable name="said" as="xs:string"
        select="(f:plain(.), string-join((@type, @feature, @new, @dur), ' '), f:word('heard.' || local-name()))[. ne ''][1]"/>
    <xsl:value-of select="f:call('gap', (), f:text('(' || $said || ')'))"/>
  </xsl:template>
</xsl:stylesheet>
