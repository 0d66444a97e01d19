<?xml version="1.0" encoding="UTF-8"?>
<!-- The facts of a citation in the formats of reference managers: BibTeX, RIS, CSL-JSON, COinS, schema.org. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    exclude-result-prefixes="#all">

  <!-- Every format by the ending of its file: its text. -->
  <xsl:function name="f:citation-formats" as="map(xs:string, xs:string)">
    <xsl:param name="facts" as="map(xs:string, xs:string*)"/>
    <xsl:sequence select="map { 'bib': fp:bibtex($facts), 'ris': fp:ris($facts), 'json': fp:csl($facts) }"/>
  </xsl:function>

  <!-- BibTeX. Names and titles in double braces are taken as they stand. -->
  <xsl:function name="fp:bibtex" as="xs:string">
    <xsl:param name="facts" as="map(xs:string, xs:string*)"/>
    <xsl:variable name="fields" as="xs:string*" select="
        fp:field('author', string-join($facts?authors ! ('{' || fp:tex(.) || '}'), ' and ')),
        fp:field('title', '{' || fp:tex($facts?title) || '}'),
        fp:field('date', $facts?date),
        fp:field('year', $facts?date ! replace(., '^(-?\d{4,}).*$', '$1')),
        fp:field('howpublished', fp:tex(string-join(('In: ' || $facts?edition, $facts?publisher), '. '))),
        fp:field('editor', string-join($facts?editors ! fp:tex(.), ' and ')),
        fp:field('note', fp:tex(string-join(($facts?repository, $facts?shelfmark), ', '))),
        fp:field('langid', $facts?language),
        fp:field('url', $facts?url)"/>
    <xsl:sequence select="'@misc{' || translate($facts?id, ',{}%#~\ ', '--------') || ',&#10;'
        || string-join($fields, ',&#10;') || '&#10;}&#10;'"/>
  </xsl:function>

  <xsl:function name="fp:field" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$value[not(. = ('', '{}'))] ! ('  ' || $name || ' = {' || . || '}')"/>
  </xsl:function>

  <!-- Characters that TeX would take for commands. -->
  <xsl:function name="fp:tex" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        replace($text, '\\', '\\textbackslash ') => replace('[{}]', '') => replace('([&amp;%$#_])', '\\$1')
        => replace('~', '\\textasciitilde ') => replace('\^', '\\textasciicircum ')"/>
  </xsl:function>

  <!-- RIS: lines of a tag of two letters, two spaces, a stroke, a space, the value. -->
  <xsl:function name="fp:ris" as="xs:string">
    <xsl:param name="facts" as="map(xs:string, xs:string*)"/>
    <xsl:variable name="lines" as="xs:string*" select="
        fp:line('TY', if (exists($facts?recipients)) then 'PCOMM' else 'UNPB'),
        fp:line('AU', $facts?authors), fp:line('A2', $facts?recipients),
        fp:line('TI', $facts?title), fp:line('T2', $facts?edition), fp:line('ED', $facts?editors),
        fp:line('DA', $facts?date ! string-join((tokenize(., '-'), '', '', '')[position() le 3], '/') ! (. || '/')),
        fp:line('PY', $facts?date ! replace(., '^(-?\d{4,}).*$', '$1')),
        fp:line('PB', $facts?publisher), fp:line('LA', $facts?language),
        fp:line('AN', $facts?shelfmark), fp:line('DB', $facts?repository),
        fp:line('AB', $facts?abstract), fp:line('UR', $facts?url), 'ER  - '"/>
    <xsl:sequence select="string-join($lines ! (. || '&#13;&#10;'))"/>
  </xsl:function>

  <xsl:function name="fp:line" as="xs:string*">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="$values[. ne ''] ! ($tag || '  - ' || normalize-space(.))"/>
  </xsl:function>

  <!-- CSL-JSON (Citation Style Language 1.0.2). -->
  <xsl:function name="fp:csl" as="xs:string">
    <xsl:param name="facts" as="map(xs:string, xs:string*)"/>
    <xsl:variable name="parts" as="xs:integer*"
        select="$facts?date[matches(., '^\d{4}(-\d\d){0,2}$')] ! tokenize(., '-') ! xs:integer(.)"/>
    <xsl:variable name="item" as="map(*)" select="map {
        'id': $facts?id,
        'type': if (exists($facts?recipients)) then 'personal_communication' else 'document',
        'title': $facts?title, 'container-title': $facts?edition, 'publisher': $facts?publisher,
        'archive': $facts?repository, 'archive_location': $facts?shelfmark, 'genre': $facts?genre,
        'language': $facts?language, 'URL': $facts?url, 'abstract': $facts?abstract,
        'author': fp:people($facts?authors), 'recipient': fp:people($facts?recipients),
        'editor': fp:people($facts?editors),
        'issued': if (exists($parts)) then map { 'date-parts': [array { $parts }] } else () }"/>
    <xsl:sequence select="fp:json-of([fp:known($item)])"/>
  </xsl:function>

  <xsl:function name="fp:people" as="array(*)?">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="if (exists($names)) then array { $names ! map { 'literal': . } } else ()"/>
  </xsl:function>

  <!-- schema.org, as JSON-LD; no character of it can end the element that holds it. -->
  <xsl:function name="f:schema-org" as="xs:string">
    <xsl:param name="facts" as="map(xs:string, xs:string*)"/>
    <xsl:variable name="item" as="map(*)" select="map {
        '@context': 'https://schema.org', '@type': if (exists($facts?recipients)) then 'Message' else 'ArchiveComponent',
        '@id': $facts?url, 'url': $facts?url, 'name': $facts?title, 'identifier': ($facts?shelfmark, $facts?id)[1],
        'dateCreated': $facts?date, 'inLanguage': $facts?language, 'abstract': $facts?abstract,
        'license': $facts?licence, 'author': fp:named('Thing', $facts?authors),
        'recipient': fp:named('Thing', $facts?recipients), 'editor': fp:named('Person', $facts?editors),
        'publisher': fp:named('Organization', $facts?publisher),
        'holdingArchive': fp:named('ArchiveOrganization', $facts?repository),
        'isPartOf': map { '@type': 'Collection', 'name': $facts?edition } }"/>
    <xsl:sequence select="fp:json-of(fp:known($item)) => replace('&lt;', '\\u003c') => replace('&amp;', '\\u0026')"/>
  </xsl:function>

  <xsl:function name="fp:named" as="item()?">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:variable name="things" as="map(*)*" select="$names ! map { '@type': $type, 'name': . }"/>
    <xsl:sequence select="if (count($things) gt 1) then array { $things } else $things"/>
  </xsl:function>

  <xsl:function name="fp:known" as="map(*)">
    <xsl:param name="item" as="map(*)"/>
    <xsl:sequence select="map:merge(map:for-each($item, function($key, $value) {
        if (exists($value) and not($value instance of xs:string and $value = '')) then map { $key: $value } else () }))"/>
  </xsl:function>

  <!-- JSON with its keys in order, so that the same facts are the same bytes. -->
  <xsl:function name="fp:json-of" as="xs:string">
    <xsl:param name="value" as="item()?"/>
    <xsl:sequence select="
        if ($value instance of map(*)) then '{' || string-join(
            for $key in sort(map:keys($value)) return fp:json-of($key) || ': ' || fp:json-of($value($key)), ', ') || '}'
        else if ($value instance of array(*)) then '[' || string-join(array:flatten(array:for-each($value, fp:json-of#1)), ', ') || ']'
        else serialize($value, map { 'method': 'json', 'use-character-maps': map { '/': '/' } })"/>
  </xsl:function>

  <!-- COinS: an OpenURL context object (Z39.88) in Dublin Core, for the title of an empty span. -->
  <xsl:function name="f:coins" as="xs:string">
    <xsl:param name="facts" as="map(xs:string, xs:string*)"/>
    <xsl:variable name="pairs" as="xs:string*" select="
        'ctx_ver=Z39.88-2004', 'rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc', fp:pair('rft.type', 'document'),
        fp:pair('rft.title', $facts?title), fp:pair('rft.creator', $facts?authors), fp:pair('rft.date', $facts?date),
        fp:pair('rft.publisher', $facts?publisher), fp:pair('rft.language', $facts?language),
        fp:pair('rft.source', string-join(($facts?repository, $facts?shelfmark), ', ')),
        fp:pair('rft.relation', $facts?edition), fp:pair('rft.identifier', $facts?url)"/>
    <xsl:sequence select="string-join($pairs, '&amp;')"/>
  </xsl:function>

  <xsl:function name="fp:pair" as="xs:string*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="$values[. ne ''] ! ($name || '=' || encode-for-uri(.))"/>
  </xsl:function>
</xsl:stylesheet>
