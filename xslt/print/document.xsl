<?xml version="1.0" encoding="UTF-8"?>
<!-- The book, a document in it or on its own, and what stands above the text: title, date, source. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    default-mode="m:print"
    expand-text="yes">

  <xsl:template match="c:book" as="text()*">
    <xsl:value-of select="'#show: book.with(' || string-join((
        f:argument('title', $v:edition/@title), f:argument('running', fp:running-title($v:edition/@title)),
        f:argument('subtitle', $v:edition/@subtitle),
        f:argument('volume', @volume ! f:word('print.volume', map { 'number': string(.) })),
        f:argument('publisher', $v:edition/@publisher), f:argument('licence', $v:edition/@licence),
        f:argument('editors', string-join($v:edition/c:editor, ', ')), f:argument('language', $v:language),
        f:argument('contents', f:word('print.contents')), f:argument('persons', f:word('menu.persons')), f:argument('places', f:word('menu.places')),
        f:argument('organisations', f:word('menu.organisations'))), ', ') || ')&#10;'"/>
    <xsl:apply-templates select="TEI"/>
  </xsl:template>

  <xsl:template match="/TEI" as="text()*" priority="1">
    <xsl:value-of select="'#show: single.with(' || string-join((
        f:argument('title', f:document-title(teiHeader)),
        f:argument('running', fp:running-title(f:document-title(teiHeader))),
        f:argument('edition', fp:running-title($v:edition/@title)),
        f:argument('language', (@xml:lang ! tokenize(., '[-_]')[1][matches(., '^[A-Za-z]{2,3}$')], $v:language)[1]),
        f:argument('author', string-join(teiHeader/fileDesc/titleStmt/author ! f:plain(.), ', '))), ', ') || ')&#10;'"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="TEI" as="text()*">
    <xsl:variable name="header" as="element(teiHeader)" select="teiHeader"/>
    <xsl:value-of select="f:call('document-head', (
        f:argument('title', f:document-title($header)),
        f:argument('running', fp:running-title(f:document-title($header))),
        f:argument('date', f:document-date($header) ! (f:plain(.)[. ne ''], f:date(f:sort-date(.)))[1]),
        f:argument('genre', text/@type ! f:word-or('genre.' || ., .)),
        f:argument('source', fp:source-line($header))), fp:abstract($header))"/>
    <xsl:apply-templates select="f:content(.)"/>
  </xsl:template>

  <!-- A title short enough for a running head. -->
  <xsl:function name="fp:running-title" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:sequence select="if (string-length($title) le 64) then $title
        else replace(substring($title, 1, 63), '\s\S*$', '') || ' …'"/>
  </xsl:function>

  <!-- Repository, shelfmark and pages, as the archive would be asked for the document. -->
  <xsl:function name="fp:source-line" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="description" as="element(msDesc)?" select="$header/fileDesc/sourceDesc/msDesc[1]"/>
    <xsl:sequence select="string-join((
        $description/msIdentifier/(repository, f:shelfmark(.)) ! f:plain(.), f:source-pages($description) ! f:pages(.)), ', ')"/>
  </xsl:function>

  <xsl:function name="fp:abstract" as="text()*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:apply-templates select="$header/profileDesc/abstract/p/node()" mode="m:print"/>
  </xsl:function>

  <xsl:template match="text | front | body | back | group" as="text()*">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- The first heading of a document that repeats its title is not set twice. -->
  <xsl:template match="body/head[1] | body/div[1]/head[1]" as="text()*" priority="2">
    <xsl:variable name="title" as="xs:string" select="f:document-title(ancestor::TEI[1]/teiHeader)"/>
    <xsl:choose>
      <xsl:when test="starts-with(fp:letters(f:plain(.)), fp:letters($title))">
        <xsl:apply-templates select="note"/>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="fp:letters" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="lower-case(replace($text, '[^\p{L}\p{N}]', ''))"/>
  </xsl:function>
</xsl:stylesheet>
