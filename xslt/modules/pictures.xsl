<?xml version="1.0" encoding="UTF-8"?>
<!-- Pictures, formulas, sound and film. Nothing is loaded from another host unless the reader asks: a picture that lies elsewhere is a link. -->
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

  <xsl:template match="figure" mode="m:text" as="element()">
    <figure>
      <xsl:sequence select="f:attributes(., 'figure')"/>
      <xsl:apply-templates select="node() except (head, figDesc)" mode="m:text"/>
      <xsl:where-populated>
        <figcaption>
          <xsl:apply-templates select="head/node()" mode="m:text"/>
          <xsl:if test="empty((graphic, media, binaryObject))"><xsl:apply-templates select="figDesc"
              mode="m:text"/></xsl:if>
        </figcaption>
      </xsl:where-populated>
    </figure>
  </xsl:template>

  <xsl:template match="graphic[@url] | media[@url]" mode="m:text" as="element()">
    <xsl:variable name="words" as="xs:string"
        select="((../figDesc, desc, ../head) ! f:plain(.), f:word('picture'))[. ne ''][1]"/>
    <xsl:variable name="address" as="xs:string?" select="f:picture(.)"/>
    <xsl:choose>
      <xsl:when test="empty($address)">
        <span class="picture">[{$words}]</span>
      </xsl:when>
      <xsl:when test="matches($address, '^https?:') or self::media or not(matches($address, $v:image-file))">
        <a class="picture" href="{$address}">
          <xsl:if test="matches($address, $v:image-file)"><xsl:attribute name="data-picture" select="$words"/></xsl:if>
          <xsl:text>{$words}</xsl:text>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <img src="{$address}" alt="{$words}" loading="lazy">
          <xsl:sequence select="f:attributes(., ())"/>
          <xsl:for-each select="(@width, @height)[matches(., '^\d+(px)?$')]">
            <xsl:attribute name="{name()}" select="replace(., 'px', '')"/>
          </xsl:for-each>
        </img>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="graphic[not(@url)] | binaryObject" mode="m:text" as="element()">
    <span class="picture">[{f:word('picture')}]</span>
  </xsl:template>

  <xsl:template match="figDesc" mode="m:text" as="element()">
    <span class="figDesc"><xsl:apply-templates mode="m:text"/></span>
  </xsl:template>

  <xsl:template match="formula" mode="m:text" as="element()">
    <xsl:element name="{if (lower-case(@notation) = ('tex', 'latex')) then 'code' else 'span'}">
      <xsl:sequence select="f:attributes(., 'formula')"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="Q{http://www.w3.org/1998/Math/MathML}math" mode="m:text" as="element()">
    <xsl:copy-of select="." copy-namespaces="no"/>
  </xsl:template>

  <xsl:template match="notatedMusic" mode="m:text" as="element()">
    <figure>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:sequence select="f:parts-of(.)"/>
    </figure>
  </xsl:template>
</xsl:stylesheet>
