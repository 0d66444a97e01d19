<?xml version="1.0" encoding="UTF-8"?>
<!-- What opens and closes a letter, a cable, a document: salutation, place and date, signatures. -->
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

  <xsl:template match="opener | closer | postscript" mode="m:text" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <xsl:template match="salute | signed | dateline | address" mode="m:text" as="element()">
    <xsl:variable name="in-text" as="xs:boolean"
        select="exists(parent::*[self::p or self::ab or self::salute or self::signed or self::dateline])"/>
    <xsl:element name="{if ($in-text) then f:span-or-div(.) else if (address) then 'div' else f:p-or-div(.)}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="addrLine | stamp | postmark | street | postBox | postCode" mode="m:text" as="element()">
    <span>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
