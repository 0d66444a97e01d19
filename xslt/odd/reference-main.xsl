<?xml version="1.0" encoding="UTF-8"?>
<!--
  The reference pages of a schema. The source is what `teiedition.odd.reference` gathers: `r:reference`
  with the ODD's prose, and an `r:element`, `r:class` or `r:macro` for each specification.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:r="urn:teiedition:reference"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    exclude-result-prefixes="#all"
    default-mode="m:page"
    expand-text="yes">

  <xsl:include href="words.xsl"/>
  <xsl:include href="prose.xsl"/>
  <xsl:include href="specifications.xsl"/>
  <xsl:include href="attributes.xsl"/>
  <xsl:include href="style.xsl"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

  <xsl:global-context-item as="document-node()" use="required"/>

  <xsl:mode name="m:page" on-no-match="fail" on-multiple-match="fail"/>

  <!-- Specifications by the name that others refer to them by -->
  <xsl:key name="specification" match="r:element | r:class[@ident] | r:macro" use="@ident"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="r:reference"/>
  </xsl:template>

  <xsl:template match="r:reference" as="element()">
    <html lang="{@lang}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{f:words('title', map { 'name': @ident })}</title>
        <style><xsl:sequence select="$v:style" xmlns:v="urn:teiedition:variable"/></style>
      </head>
      <body>
        <header>
          <h1>{r:title}</h1>
          <p>{f:words('about', map { 'name': @ident, 'edition': @edition, 'count': count(r:element) })}</p>
        </header>
        <main>
          <xsl:apply-templates select="r:prose[*]"/>
          <xsl:call-template name="index"/>
          <section id="elements">
            <h2>{f:words('elements')}</h2>
            <xsl:apply-templates select="r:element"/>
          </section>
          <section id="classes">
            <h2>{f:words('classes')}</h2>
            <xsl:apply-templates select="r:class"/>
          </section>
          <xsl:if test="r:macro">
            <section id="macros">
              <h2>{f:words('macros')}</h2>
              <xsl:apply-templates select="r:macro"/>
            </section>
          </xsl:if>
        </main>
        <footer><p>{@provenance}</p></footer>
      </body>
    </html>
  </xsl:template>

  <!-- All elements by their first letter -->
  <xsl:template name="index" as="element()">
    <xsl:context-item as="element(r:reference)" use="required"/>
    <nav aria-label="{f:words('elements')}">
      <xsl:for-each-group select="r:element" group-adjacent="upper-case(substring(@name, 1, 1))">
        <p>
          <b>{current-grouping-key()}</b>
          <xsl:for-each select="current-group()">
            <xsl:text> </xsl:text>
            <a href="#{@ident}">{@name}</a>
          </xsl:for-each>
        </p>
      </xsl:for-each-group>
    </nav>
  </xsl:template>

  <xsl:template match="r:prose" as="element()">
    <section id="guidelines">
      <xsl:apply-templates select="node()" mode="m:prose"/>
    </section>
  </xsl:template>
</xsl:stylesheet>
