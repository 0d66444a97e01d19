<?xml version="1.0" encoding="UTF-8"?>
<!-- Speech: turns in a conversation and in a play, speakers, delivery remarks. -->
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

  <xsl:template match="sp" mode="m:text" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., ('sp', 'unnamed'[empty(current()/speaker)]))"/>
      <xsl:if test="@who or speaker"><xsl:attribute name="data-voice" select="f:voice(.)"/></xsl:if>
      <xsl:where-populated>
        <div class="who"><xsl:apply-templates select="speaker" mode="m:text"/></div>
      </xsl:where-populated>
      <div class="words">
        <xsl:apply-templates select="node() except speaker" mode="m:text"/>
      </div>
    </div>
  </xsl:template>

  <!-- White space between the parts of a turn says nothing. -->
  <xsl:template match="sp/text()[not(normalize-space())]" mode="m:text" as="empty-sequence()"/>

  <xsl:template match="spGrp" mode="m:text" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'spGrp')"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <xsl:template match="speaker" mode="m:text" as="element()">
    <xsl:element name="{if (parent::sp) then f:p-or-div(.) else f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., 'speaker')"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="stage | view | camera | sound | tech | caption" mode="m:text" as="element()">
    <xsl:element name="{if (f:among-blocks(.)) then f:p-or-div(.) else f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., ('stage', local-name()))"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
