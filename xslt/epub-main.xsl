<?xml version="1.0" encoding="UTF-8"?>
<!--
  An e-book: cover, title page, contents, the edition's own pages, a chapter for each document, registers
  of the names in them, the works cited, the signs used. What one part says of another is read from the chapters.
  What is packed, and in which order, v:spine says; the package (package.xsl) and the files follow from it.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:w="urn:teiedition:words"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:include href="modules/words.xsl"/>
  <xsl:include href="epub/places.xsl"/>
  <xsl:include href="epub/binding.xsl"/>
  <xsl:include href="epub/cover.xsl"/>
  <xsl:include href="epub/title-page.xsl"/>
  <xsl:include href="epub/editing.xsl"/>
  <xsl:include href="epub/signs.xsl"/>
  <xsl:include href="epub/registers.xsl"/>
  <xsl:include href="epub/bibliography.xsl"/>
  <xsl:include href="epub/navigation.xsl"/>
  <xsl:include href="epub/package.xsl"/>

  <xsl:output method="json" encoding="UTF-8"/>

  <!-- What the edition is called, the entities that the chapters name, the works that they cite, each with a
       c:in (id, at) for each chapter: `c:context`. -->
  <xsl:param name="context" as="document-node()"/>
  <!-- The words of the interface: `site/locale/LANG.xml`. -->
  <xsl:param name="locale" as="document-node()"/>
  <!-- The name under which libraries know the book. -->
  <xsl:param name="identifier" as="xs:string"/>
  <!-- What is bound: 'document' or 'edition'. -->
  <xsl:param name="kind" as="xs:string"/>
  <!-- When its content last changed: a dateTime in UTC. -->
  <xsl:param name="modified" as="xs:string"/>
  <!-- The number of the volume, where the edition has several; else empty. -->
  <xsl:param name="volume" as="xs:string"/>
  <!-- The pictures that are packed with it: paths in the site, one a line. -->
  <xsl:param name="pictures" as="xs:string"/>

  <xsl:global-context-item as="document-node()" use="required"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:part" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="v:edition" as="element(c:edition)" select="$context/c:context/c:edition"/>
  <xsl:variable name="v:base" as="xs:string?"
      select="$v:edition/@base-url[. ne ''] ! (replace(., '/+$', '') || '/')"/>
  <xsl:variable name="v:chapters" as="element(c:chapter)+" select="/c:book/c:chapter"/>
  <xsl:variable name="v:documents" as="element(c:chapter)+" select="$v:chapters[not(@page)]"/>
  <!-- The one document of a book that is no more than that. -->
  <xsl:variable name="v:single" as="element(c:chapter)?" select="/c:book[$kind = 'document']/c:chapter"/>
  <xsl:variable name="v:title" as="xs:string" select="string(($v:single/@title, $v:edition/@title)[1])"/>
  <xsl:variable name="v:pictures" as="xs:string*" select="tokenize($pictures, '\n')[. ne '']"/>

  <xsl:variable name="v:xhtml" as="map(xs:string, item())"
      select="map { 'method': 'xhtml', 'html-version': 5, 'indent': false(), 'include-content-type': false() }"/>
  <xsl:variable name="v:xml" as="map(xs:string, item())" select="map { 'method': 'xml', 'indent': true() }"/>

  <!-- The parts of the book in reading order: each a file's name and its section, asked for by mode m:part. -->
  <xsl:variable name="v:parts" as="map(xs:string, element())">
    <xsl:map>
      <xsl:map-entry key="'cover.xhtml'" select="f:page($v:title, $v:language, f:cover-page())"/>
      <xsl:map-entry key="'title.xhtml'" select="f:page($v:title, $v:language, f:title-page())"/>
      <xsl:map-entry key="'nav.xhtml'" select="f:page(f:word('contents'), $v:language, f:navigation())"/>
      <xsl:for-each select="$v:chapters">
        <xsl:map-entry key="f:file(.)" select="f:page(@title, @lang, f:bound(.))"/>
      </xsl:for-each>
      <xsl:for-each select="$v:registers">
        <xsl:map-entry key="f:register-file(.)" select="f:page(f:register-title(.), $v:language, f:register(.))"/>
      </xsl:for-each>
      <xsl:if test="exists($v:works)">
        <xsl:map-entry key="'works.xhtml'" select="f:page(f:word('menu.works'), $v:language, f:bibliography())"/>
      </xsl:if>
      <xsl:if test="exists($v:editing)">
        <xsl:map-entry key="'editing.xhtml'" select="f:page(f:word('provenance.editing'), $v:language, f:editing-page())"/>
      </xsl:if>
      <xsl:if test="exists($v:signs)">
        <xsl:map-entry key="'signs.xhtml'" select="f:page(f:word('signs'), $v:language, f:signs-page())"/>
      </xsl:if>
    </xsl:map>
  </xsl:variable>

  <!-- Their order in reading. -->
  <xsl:variable name="v:spine" as="xs:string+" select="
      'cover.xhtml', 'title.xhtml', 'nav.xhtml', $v:chapters[@page] ! f:file(.), $v:documents ! f:file(.),
      $v:registers ! f:register-file(.), 'works.xhtml'[exists($v:works)], 'editing.xhtml'[exists($v:editing)],
      'signs.xhtml'[exists($v:signs)]"/>

  <xsl:template match="/" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:map-entry key="'META-INF/container.xml'" select="serialize(f:container(), $v:xml)"/>
      <xsl:map-entry key="'EPUB/package.opf'" select="serialize(f:package(), $v:xml)"/>
      <xsl:map-entry key="'EPUB/cover.svg'" select="serialize(f:cover(), $v:xml)"/>
      <xsl:for-each select="$v:spine">
        <xsl:map-entry key="'EPUB/' || ." select="serialize($v:parts(.), $v:xhtml)"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:template>

  <!-- The shell of every part. -->
  <xsl:function name="f:page" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:param name="content" as="element()*"/>
    <html>
      <xsl:namespace name="epub" select="'http://www.idpf.org/2007/ops'"/>
      <xsl:sequence select="f:in-language($language)"/>
      <head>
        <meta charset="utf-8"/>
        <title>{$title}</title>
        <link rel="stylesheet" type="text/css" href="book.css"/>
      </head>
      <body><xsl:sequence select="$content"/></body>
    </html>
  </xsl:function>
</xsl:stylesheet>
