<?xml version="1.0" encoding="UTF-8"?>
<!-- An element that no other module knows: shown by its class, and named in a message. Nothing is dropped. -->
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

  <xsl:template match="*" mode="m:text" as="element()" priority="-2">
    <xsl:message select="'No rule shows the element ' || name() || (@xml:id ! (' (' || . || ')')) || '; it is shown by its class.'"/>
    <xsl:element name="{if (f:among-blocks(.)) then 'div' else f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., ('unhandled', local-name()))"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
