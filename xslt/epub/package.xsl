<?xml version="1.0" encoding="UTF-8"?>
<!-- The package document (EPUB 3.3, 5): what the book is, what it consists of, in which order it is read. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:v="urn:teiedition:variable"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns="http://www.idpf.org/2007/opf"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:variable name="v:types" as="map(xs:string, xs:string)" select="map {
      'gif': 'image/gif', 'jpg': 'image/jpeg', 'jpeg': 'image/jpeg', 'png': 'image/png', 'svg': 'image/svg+xml', 'webp': 'image/webp' }"/>

  <xsl:function name="f:container" as="element()">
    <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
      <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
    </container>
  </xsl:function>

  <xsl:function name="f:package" as="element()">
    <package version="3.0" unique-identifier="id" xml:lang="{$v:language}" dir="{if (f:is-right-to-left($v:language)) then 'rtl' else 'ltr'}">
      <xsl:namespace name="dc" select="'http://purl.org/dc/elements/1.1/'"/>
      <metadata>
        <xsl:sequence select="fp:description(), fp:accessibility()"/>
      </metadata>
      <manifest>
        <item id="style" href="book.css" media-type="text/css"/>
        <item id="cover-image" href="{$v:cover-file}" media-type="{$v:types(replace($v:cover-file, '^.*\.', ''))}" properties="cover-image"/>
        <xsl:for-each select="$v:spine">
          <item id="part.{position()}" href="{.}" media-type="application/xhtml+xml">
            <xsl:where-populated>
              <xsl:attribute name="properties" select="'nav'[current() = 'nav.xhtml'], 'mathml'[exists($v:parts(current())//*:math)]"/>
            </xsl:where-populated>
          </item>
        </xsl:for-each>
        <xsl:for-each select="$v:pictures">
          <item id="picture.{position()}" href="{f:picture-file(.)}" media-type="{$v:types(lower-case(replace(., '^.*\.', '')))}"/>
        </xsl:for-each>
      </manifest>
      <spine>
        <xsl:if test="f:is-right-to-left($v:language)"><xsl:attribute name="page-progression-direction" select="'rtl'"/></xsl:if>
        <xsl:for-each select="$v:spine"><itemref idref="part.{position()}"/></xsl:for-each>
      </spine>
    </package>
  </xsl:function>

  <!-- The name of a picture in the book: that of its place in the list, since its own may be anything. -->
  <xsl:function name="f:picture-file" as="xs:string">
    <xsl:param name="picture" as="xs:string"/>
    <xsl:sequence select="'pictures/' || index-of($v:pictures, $picture)[1] || lower-case(replace($picture, '^.*(\.\w+)$', '$1'))"/>
  </xsl:function>

  <!-- What the book is. The authors are a document's own; of an edition its editors. -->
  <xsl:function name="fp:description" as="element()*">
    <dc:identifier id="id">{$identifier}</dc:identifier>
    <dc:title>{string-join(($v:title, f:volume()), ', ')}</dc:title>
    <xsl:for-each select="distinct-values(($v:documents/@lang[. ne ''], $v:language))"><dc:language>{.}</dc:language></xsl:for-each>
    <meta property="dcterms:modified">{$modified}</meta>
    <xsl:for-each select="$v:single/c:author"><dc:creator>{.}</dc:creator></xsl:for-each>
    <xsl:for-each select="$v:edition/c:editor">
      <xsl:element name="{if ($v:single/c:author) then 'dc:contributor' else 'dc:creator'}" namespace="http://purl.org/dc/elements/1.1/">
        <xsl:attribute name="id" select="'editor.' || position()"/>
        <xsl:value-of select="."/>
      </xsl:element>
      <meta refines="#editor.{position()}" property="role" scheme="marc:relators">edt</meta>
    </xsl:for-each>
    <xsl:for-each select="$v:edition/@publisher[. ne '']"><dc:publisher>{.}</dc:publisher></xsl:for-each>
    <xsl:for-each select="($v:single/@abstract, $v:edition/@description[empty($v:single)])[. ne '']"><dc:description>{.}</dc:description></xsl:for-each>
    <xsl:for-each select="($v:single/@rights, $v:edition/@licence-url, $v:edition/@licence)[. ne ''][1]"><dc:rights>{.}</dc:rights></xsl:for-each>
    <xsl:for-each select="$v:single/@source"><dc:source>{.}</dc:source></xsl:for-each>
    <xsl:for-each select="distinct-values($v:documents/@genre)"><dc:subject>{.}</dc:subject></xsl:for-each>
    <xsl:if test="$v:single">
      <meta property="belongs-to-collection" id="edition">{$v:edition/@title}</meta>
      <meta refines="#edition" property="collection-type">set</meta>
    </xsl:if>
    <xsl:if test="$volume ne ''">
      <meta property="belongs-to-collection" id="edition">{$v:edition/@title}</meta>
      <meta refines="#edition" property="collection-type">set</meta>
      <meta refines="#edition" property="group-position">{$volume}</meta>
    </xsl:if>
  </xsl:function>

  <!-- For readers who choose by it (EPUB Accessibility 1.1, 2). -->
  <xsl:function name="fp:accessibility" as="element()*">
    <xsl:variable name="visual" as="xs:string*" select="'visual'[exists($v:pictures)]"/>
    <xsl:for-each select="'textual', $visual"><meta property="schema:accessMode">{.}</meta></xsl:for-each>
    <meta property="schema:accessModeSufficient">textual</meta>
    <xsl:for-each select="'tableOfContents', 'structuralNavigation', 'readingOrder', 'displayTransformability', 'ARIA', 'alternativeText',
        'index'[exists($v:registers)], ('pageBreakMarkers', 'pageNavigation')[exists($v:pages)]">
      <meta property="schema:accessibilityFeature">{.}</meta>
    </xsl:for-each>
    <meta property="schema:accessibilityHazard">none</meta>
    <meta property="schema:accessibilitySummary">{f:word('accessibility')}</meta>
    <xsl:if test="exists($v:pages)"><meta property="pageBreakSource">{($v:single/@source, $v:title)[1]}</meta></xsl:if>
  </xsl:function>
</xsl:stylesheet>
