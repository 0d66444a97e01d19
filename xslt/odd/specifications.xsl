<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements, classes and macros: what each is for, where it stands, what it holds, how it is used. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:r="urn:teiedition:reference"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    exclude-result-prefixes="#all"
    default-mode="m:page"
    expand-text="yes">


  <xsl:template match="r:element | r:class[@ident] | r:macro" as="element()">
    <article id="{@ident}">
      <h3>
        <xsl:choose>
          <xsl:when test="self::r:element"><code>&lt;{@name}></code></xsl:when>
          <xsl:otherwise><code>{@name}</code></xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates select="r:gloss"/>
      </h3>
      <xsl:apply-templates select="r:desc"/>
      <dl>
        <xsl:apply-templates select="r:model"/>
        <xsl:call-template name="names">
          <xsl:with-param name="label" select="'member-of'"/>
          <xsl:with-param name="found" select="r:class"/>
        </xsl:call-template>
        <xsl:call-template name="names">
          <xsl:with-param name="label" select="'holders'"/>
          <xsl:with-param name="found" select="r:holder"/>
        </xsl:call-template>
        <xsl:call-template name="names">
          <xsl:with-param name="label" select="'members'"/>
          <xsl:with-param name="found" select="r:member"/>
        </xsl:call-template>
        <xsl:call-template name="attributes"/>
        <xsl:where-populated>
          <dt><xsl:if test="r:rule">{f:words('rules')}</xsl:if></dt>
        </xsl:where-populated>
        <xsl:apply-templates select="r:rule"/>
      </dl>
      <xsl:apply-templates select="tei:remarks/*" mode="m:prose"/>
      <xsl:if test="self::r:element and ../@documents != '0'">
        <xsl:call-template name="use"/>
      </xsl:if>
    </article>
  </xsl:template>

  <xsl:template match="r:gloss" as="element()?">
    <xsl:where-populated><small>{.}</small></xsl:where-populated>
  </xsl:template>

  <xsl:template match="r:desc" as="element()?">
    <xsl:where-populated><p>{.}</p></xsl:where-populated>
  </xsl:template>

  <xsl:template match="r:model" as="element()+">
    <dt>{f:words('content')}</dt>
    <dd class="model"><code><xsl:apply-templates/></code></dd>
  </xsl:template>

  <xsl:template match="r:model/text()" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- A name that is specified here leads there. -->
  <xsl:template match="r:ref | r:member | r:holder | r:class[not(@ident)]" as="item()">
    <xsl:choose>
      <xsl:when test="key('specification', @name)"><a href="#{@name}">{@name}</a></xsl:when>
      <xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:rule" as="element()">
    <dd>{.} <small>{@name}</small></dd>
  </xsl:template>

  <xsl:template name="names" as="element()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="found" as="element()*"/>
    <xsl:if test="$found">
      <dt>{f:words($label)}</dt>
      <dd>
        <xsl:for-each select="$found">
          <xsl:if test="position() gt 1">, </xsl:if>
          <xsl:apply-templates select="."/>
        </xsl:for-each>
      </dd>
    </xsl:if>
  </xsl:template>

  <!-- How the edition uses an element. The section is marked, as it changes with the edition's files. -->
  <xsl:template name="use" as="element()">
    <xsl:context-item as="element(r:element)" use="required"/>
    <section class="use">
      <h4>{f:words('use')}</h4>
      <xsl:choose>
        <xsl:when test="empty(r:used)"><p>{f:words('unused')}</p></xsl:when>
        <xsl:when test="@uses = '1'"><p>{f:words('used-once')}{r:used/@in}</p></xsl:when>
        <xsl:otherwise>
          <p>
            <xsl:text>{f:words('used', map { 'times': @uses, 'documents': count(r:used), 'all': ../@documents })}</xsl:text>
            <xsl:variable name="most" as="element(r:used)*" select="sort(r:used, (), function($used) { -xs:integer($used/@times) })"/>
            <xsl:value-of select="$most[position() le 5] ! (@in || ' (' || @times || ')')" separator=", "/>
            <xsl:if test="count($most) gt 5">, {f:words('more', map { 'count': count($most) - 5 })}</xsl:if>
          </p>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="r:example"/>
    </section>
  </xsl:template>

  <xsl:template match="r:example" as="element()">
    <figure>
      <pre><code>{.}</code></pre>
      <figcaption>{f:words('example', map { 'file': @file, 'line': @line })}</figcaption>
    </figure>
  </xsl:template>
</xsl:stylesheet>
