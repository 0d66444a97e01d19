<?xml version="1.0" encoding="UTF-8"?>
<!-- c:books → the same page of the catalogue of books as an OPDS 2.0 feed. -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:opds"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all"
    name="urn:teiedition:crosswalk:opds-json" package-version="1.0">

  <xsl:include href="base.xsl"/>
  <xsl:include href="books.xsl"/>

  <xsl:mode name="m:opds" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:output method="json" indent="yes" encoding="UTF-8"/>

  <xsl:template match="/" as="map(xs:string, item()*)">
    <xsl:variable name="books" as="element(c:books)" select="c:books"/>
    <xsl:sequence select="map {
        'metadata': map {
          'title': string($v:edition/@title), 'modified': string($books/@newest), 'numberOfItems': xs:integer($books/@total),
          'itemsPerPage': xs:integer($books/@size), 'currentPage': xs:integer($books/@page) },
        'links': array { f:page-links($books, 'json') ! map:put(., 'type', 'application/opds+json') },
        'publications': array { $books/c:book ! fp:publication(.) } }"/>
  </xsl:template>

  <!-- A book: what is known of it, where it is. Facts that are absent are left out. -->
  <xsl:function name="fp:publication" as="map(xs:string, item())">
    <xsl:param name="book" as="element(c:book)"/>
    <xsl:sequence select="map {
        'metadata': map:merge((
          map { '@type': 'http://schema.org/Book', 'identifier': string($book/@identifier), 'title': string($book/@title),
                'language': string($book/@lang), 'modified': string($book/@datestamp) },
          map { 'author': array { $book/c:author ! string() } }[$book/c:author],
          $book/@when ! map { 'published': string() },
          $book/@genre ! map { 'subject': array { string() } },
          $book/c:abstract[1] ! map { 'description': string() },
          $v:edition/@publisher[. ne ''] ! map { 'publisher': string() },
          map { 'belongsTo': map { 'collection': string($v:edition/@title) } }[not($book/@page = 'index.html')])),
        'links': array {
          $book/c:file ! map { 'rel': 'http://opds-spec.org/acquisition/open-access', 'type': string(@type), 'href': f:book-file(.) },
          map { 'rel': 'alternate', 'type': 'text/html', 'href': f:on-site($book/@page) },
          $v:rights[matches(., '^https?:')] ! map { 'rel': 'license', 'type': 'text/html', 'href': . } } }"/>
  </xsl:function>
</xsl:package>
