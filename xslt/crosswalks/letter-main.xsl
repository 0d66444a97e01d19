<?xml version="1.0" encoding="UTF-8"?>
<!-- The correspDesc of a letter or cable as CMIF has it: who to whom, where, when, by addresses of authority files. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns="http://www.tei-c.org/ns/1.0"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:mode name="m:letter" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="/" mode="m:letter" as="element()?">
    <xsl:apply-templates select="*/teiHeader/profileDesc/correspDesc[correspAction[@type = ('sent', 'received')]][1]" mode="m:letter"/>
  </xsl:template>

  <xsl:template match="correspDesc" mode="m:letter" as="element()">
    <correspDesc key="{$v:id}" ref="{$v:base}{encode-for-uri($v:id)}.html">
      <xsl:apply-templates select="correspAction[@type = 'sent'][1], correspAction[@type = 'received'][1]" mode="m:letter"/>
    </correspDesc>
  </xsl:template>

  <xsl:template match="correspAction" mode="m:letter" as="element()?">
    <xsl:where-populated>
      <correspAction type="{@type}">
        <xsl:apply-templates select="persName, orgName, name, rs, placeName, date" mode="m:letter"/>
      </correspAction>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="correspAction/*" mode="m:letter" as="element()">
    <xsl:variable name="element" as="xs:string"
        select="if (self::rs) then 'persName'
                else (self::name/@type ! map { 'person': 'persName', 'org': 'orgName', 'place': 'placeName' }(.), local-name())[1]"/>
    <xsl:element name="{$element}">
      <xsl:for-each select="f:name-id(.) ! key('v:entity', ., $context)[1] ! f:same-as(.)[1]">
        <xsl:attribute name="ref" select="@url"/>
      </xsl:for-each>
      <xsl:value-of select="f:plain(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- CMIF wants days; a date that is none is given by what bounds it. -->
  <xsl:template match="correspAction/date" mode="m:letter" as="element()?" priority="1">
    <xsl:if test="@when | @from | @to | @notBefore | @notAfter">
      <date><xsl:copy-of select="@when | @from | @to | @notBefore | @notAfter"/></date>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
