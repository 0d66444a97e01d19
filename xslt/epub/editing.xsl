<?xml version="1.0" encoding="UTF-8"?>
<!-- How the texts were edited: what several documents of a book say alike is said once, after the texts. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="#all"
    default-mode="m:bind"
    expand-text="yes">

  <!-- The first of each. -->
  <xsl:variable name="v:editing" as="element(div)*">
    <xsl:for-each-group select="$v:documents ! fp:editing(.)" group-by="normalize-space()">
      <xsl:sequence select="current-group()[1][count(current-group()) gt 1]"/>
    </xsl:for-each-group>
  </xsl:variable>

  <xsl:variable name="v:said-once" as="xs:string*"
      select="$v:editing ! normalize-space()"/>

  <!-- What a document says of it, a statement each. -->
  <xsl:function name="fp:editing" as="element(div)*">
    <xsl:param name="chapter" as="element(c:chapter)"/>
    <xsl:sequence select="$chapter/article/section[@class = 'about-document']/dl/div[dt = f:word('provenance.editing')]/dd/div"/>
  </xsl:function>

  <xsl:template match="section[@class = 'about-document']/dl/div[dt = f:word('provenance.editing')]" as="element()?">
    <xsl:variable name="own" as="element()*" select="dd/div[not(normalize-space() = $v:said-once)]"/>
    <xsl:if test="$own">
      <div><xsl:apply-templates select="dt"/><dd><xsl:apply-templates select="$own"/></dd></div>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:editing-page" as="element()">
    <section class="editing" aria-labelledby="title">
      <h1 id="title">{f:word('provenance.editing')}</h1>
      <xsl:apply-templates select="$v:editing"/>
    </section>
  </xsl:function>
</xsl:stylesheet>
