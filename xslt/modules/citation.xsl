<?xml version="1.0" encoding="UTF-8"?>
<!-- How a document is cited: its facts, and the note that they make in the manner of Chicago (notes and bibliography). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:variable name="v:base" as="xs:string?"
      select="$v:edition/@base-url[. ne ''] ! (replace(., '/+$', '') || '/')"/>

  <!-- What a citation says, each fact as text: id, title, authors, recipients, genre, date (W3C), language,
       repository, shelfmark, edition, editors, publisher, licence, abstract, url. Absent facts are empty. -->
  <xsl:function name="f:citation" as="map(xs:string, xs:string*)">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="$document/teiHeader"/>
    <xsl:variable name="place" as="element(msIdentifier)?" select="($header/fileDesc/sourceDesc//msIdentifier)[1]"/>
    <xsl:variable name="citation" as="element(bibl)?" select="$header/fileDesc/sourceDesc/bibl[@type = 'citation'][1]"/>
    <xsl:sequence select="map {
        'id': ($context/c:context[c:part]/@id ! string(), replace($path, '\.html$', ''))[1],
        'title': f:document-title($header),
        'authors': f:authors($header),
        'recipients': $header/profileDesc/correspDesc/correspAction[@type = 'received']/(persName | orgName | name) ! f:plain(.),
        'genre': ($document/text/@type)[1] ! string(),
        'date': f:sort-date(f:document-date($header)),
        'language': ($document/text/@xml:lang, $document/@xml:lang)[1] ! string(),
        'repository': ($place/repository, $citation/orgName[last()])[1] ! f:plain(.),
        'shelfmark': (f:shelfmark($place), $citation/idno[@type = 'shelfmark'])[1] ! f:plain(.),
        'edition': $v:edition/@title ! string(),
        'editors': $v:edition/c:editor ! string(),
        'publisher': $v:edition/@publisher[. ne ''] ! string(),
        'licence': ($v:edition/@licence-url, $v:edition/@licence)[. ne ''][1] ! string(),
        'abstract': ($header/profileDesc/abstract)[1] ! f:plain(.),
        'url': $v:base ! (. || $path) }"/>
  </xsl:function>

  <!-- Who wrote it: its author, else who sent it. -->
  <xsl:function name="f:authors" as="xs:string*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="authors" as="element()*" select="$header/fileDesc/titleStmt/author"/>
    <xsl:variable name="senders" as="element()*"
        select="$header/profileDesc/correspDesc/correspAction[@type = 'sent']/(persName | orgName | name)"/>
    <xsl:sequence select="(if ($authors) then $authors else $senders) ! f:plain(.)"/>
  </xsl:function>

  <!-- The citation as a note: “Title,” date, archive, shelfmark, in Edition, ed. Editors (Publisher), address.
       What a script changes for a passage are .passage and .address. -->
  <xsl:function name="f:note-of" as="node()*">
    <xsl:param name="facts" as="map(xs:string, xs:string*)"/>
    <xsl:variable name="author" as="xs:string*" select="$facts?authors[not(fp:names($facts?title, .))]"/>
    <xsl:variable name="start" as="xs:string" select="string-join((
        string-join((string-join($author[position() lt last()], ', ')[. ne ''], $author[last()]), f:word('cite.and')) ! (.[. ne ''] ! (. || f:word('list.separator'))),
        f:word('cite.title', map { 'title': replace($facts?title, '[.,;:]+$', '') })), '')"/>
    <xsl:text>{string-join(($start, string-join(
        ($facts?date ! f:date(.), $facts?repository, $facts?shelfmark)[. ne ''], ', ')[. ne '']), ' ')}, {f:word('cite.in')} </xsl:text>
    <cite>{$facts?edition}</cite>
    <xsl:if test="exists($facts?editors)">, {f:word('cite.edited', map { 'names': string-join($facts?editors, f:word('list.separator')) })}</xsl:if>
    <xsl:if test="exists($facts?publisher)"> ({$facts?publisher})</xsl:if>
    <span class="passage" data-before=", "></span>
    <span class="address" data-before=", " data-after="">{$facts?url ! (', ' || .)}</span>
    <xsl:text>.</xsl:text>
  </xsl:function>

  <!-- Does a title name its author already, as that of a letter does? -->
  <xsl:function name="fp:names" as="xs:boolean">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="contains(lower-case($title), lower-case((tokenize($name), $name)[last()]))"/>
  </xsl:function>
</xsl:stylesheet>
