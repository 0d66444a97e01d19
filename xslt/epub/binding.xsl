<?xml version="1.0" encoding="UTF-8"?>
<!--
  A chapter as it stands in the book: XHTML; links that lead to places in the book; notes as reading systems
  open them beside their marks. A name leads to its register where a chapter first has it, and is plain text
  from then on: on a touch screen a page is turned by touching the text.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="#all"
    default-mode="m:bind"
    expand-text="yes">

  <xsl:mode name="m:bind" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:function name="f:bound" as="element()">
    <xsl:param name="chapter" as="element(c:chapter)"/>
    <xsl:apply-templates select="$chapter/article"/>
  </xsl:function>

  <xsl:template match="article" as="element()">
    <section epub:type="{if (../@page) then 'introduction' else 'chapter'}"
        role="{if (../@page) then 'doc-introduction' else 'doc-chapter'}" aria-labelledby="{fp:title-id(.)}">
      <xsl:apply-templates select="@class, node()"/>
    </section>
  </xsl:template>

  <xsl:template match="h1" as="element()">
    <h1 id="{fp:title-id(ancestor::article)}"><xsl:apply-templates select="@* except @id, node()"/></h1>
  </xsl:template>

  <xsl:function name="fp:title-id" as="xs:string">
    <xsl:param name="article" as="element()"/>
    <xsl:sequence select="string(($article//h1[1]/@id, 'title')[1])"/>
  </xsl:function>

  <xsl:template match="*" as="element()">
    <xsl:element name="{local-name()}"><xsl:apply-templates select="@*, node()"/></xsl:element>
  </xsl:template>

  <xsl:template match="Q{http://www.w3.org/1998/Math/MathML}*" as="element()" priority="1">
    <xsl:copy-of select="." copy-namespaces="no"/>
  </xsl:template>

  <xsl:template match="text()" as="text()"><xsl:copy/></xsl:template>
  <xsl:template match="comment() | processing-instruction()" as="empty-sequence()"/>

  <!-- Attributes: what scripts read on the site is left out. -->
  <xsl:template match="@*" as="attribute()"><xsl:copy/></xsl:template>
  <xsl:template match="@lang" as="attribute()*"><xsl:sequence select="f:in-language(.)"/></xsl:template>
  <xsl:template match="@*[starts-with(name(), 'data-')] | @dir | @loading | @tabindex | @checked" as="empty-sequence()" priority="1"/>

  <!-- Links -->

  <xsl:template match="a[@href]" as="element()">
    <xsl:variable name="target" as="xs:string?" select="f:destination(.)[not(current()/@data-entity) or fp:is-first(current())]"/>
    <xsl:element name="{if ($target) then 'a' else 'span'}">
      <xsl:apply-templates select="@* except (@href, @aria-label[not($target)], @role[not($target)])"/>
      <xsl:for-each select="$target"><xsl:attribute name="href" select="."/></xsl:for-each>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="a[@class = 'picture'][empty(f:destination(.))]" as="element()" priority="1">
    <span class="picture">[<xsl:apply-templates/>]</span>
  </xsl:template>

  <xsl:template match="a[tokenize(@class) = 'genre']" as="element()" priority="1">
    <span class="genre"><xsl:apply-templates/></span>
  </xsl:template>

  <!-- Is a mention the first of its entity in the chapter? -->
  <xsl:function name="fp:is-first" as="xs:boolean">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="exists($mention intersect key('v:mention',
        generate-id($mention/ancestor::c:chapter) || ' ' || $mention/@data-entity, root($mention))[1])"/>
  </xsl:function>

  <!-- Notes: EPUB 3.3 has them in asides, which reading systems show at the mark. -->

  <xsl:template match="a[@role = 'doc-noteref']" as="element()" priority="2">
    <a epub:type="noteref"><xsl:apply-templates select="@*, node()"/></a>
  </xsl:template>

  <xsl:template match="section[@class = 'notes']" as="element()">
    <section class="notes" epub:type="footnotes" role="doc-endnotes">
      <xsl:apply-templates select="@aria-labelledby, h2, ol/li"/>
    </section>
  </xsl:template>

  <xsl:template match="section[@class = 'notes']/ol/li" as="element()">
    <aside class="note" epub:type="footnote" role="doc-footnote">
      <xsl:apply-templates select="@id, (@lang, ../@lang)[1], node()"/>
    </aside>
  </xsl:template>

  <!-- Pages of the source -->

  <xsl:template match="*[@role = 'doc-pagebreak']" as="element()">
    <xsl:element name="{local-name()}">
      <xsl:attribute name="epub:type" select="'pagebreak'"/>
      <xsl:apply-templates select="@*, node()"/>
    </xsl:element>
  </xsl:template>

  <!-- Pictures that are not packed are named. -->

  <xsl:template match="img[@src]" as="element()">
    <xsl:variable name="file" as="xs:string?" select="$v:pictures[iri-to-uri(.) = current()/@src]"/>
    <xsl:choose>
      <xsl:when test="$file"><img src="{f:picture-file($file)}"><xsl:apply-templates select="@* except @src"/></img></xsl:when>
      <xsl:otherwise><span class="picture">[{@alt}]</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Tables are as wide as they are: no region to scroll in. -->
  <xsl:template match="div[@class = 'table']" as="element()">
    <div class="table"><xsl:apply-templates/></div>
  </xsl:template>
</xsl:stylesheet>
