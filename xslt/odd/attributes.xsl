<?xml version="1.0" encoding="UTF-8"?>
<!-- Attributes: an element's own in full, those of its classes by name, leading to the class. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:r="urn:teiedition:reference"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    exclude-result-prefixes="#all"
    default-mode="m:page"
    expand-text="yes">

  <xsl:template name="attributes" as="element()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="r:attribute | r:inherited">
      <dt>{f:words('attributes')}</dt>
      <xsl:apply-templates select="r:attribute"/>
      <xsl:apply-templates select="r:inherited"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:inherited" as="element()">
    <dd>{f:words('attributes-of')} <a href="#{@class}">{@class}</a>: {@names}</dd>
  </xsl:template>

  <xsl:template match="r:attribute" as="element()">
    <dd>
      <code>@{@name}</code>
      <xsl:if test="@required = 'yes'"><xsl:text> </xsl:text><em>{f:words('required')}</em></xsl:if>
      <xsl:text> </xsl:text>
      <small>{r:datatype}</small>
      <xsl:if test="@default"><xsl:text> </xsl:text><small>({f:words('default', map { 'value': @default })})</small></xsl:if>
      <xsl:apply-templates select="r:desc"/>
      <xsl:where-populated>
        <ul>
          <xsl:apply-templates select="r:value"/>
        </ul>
      </xsl:where-populated>
    </dd>
  </xsl:template>

  <xsl:template match="r:value" as="element()">
    <li><code>{@name}</code><xsl:if test="string(.)">: {.}</xsl:if></li>
  </xsl:template>
</xsl:stylesheet>
