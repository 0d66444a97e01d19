<?xml version="1.0" encoding="UTF-8"?>
<!--
  What libraries want to know of a document, read once from its header and its context and said in one
  small vocabulary, c:facts. Each crosswalk is then a table from facts to the elements of its format.

  c:facts  @id @genre @lang @letter
    c:title  c:date(@when @from … @iso)  c:abstract  c:publisher  c:issued  c:series
    c:agent(@role @kind @ref)    who made it, took part in it, or brought it here; c:name, c:same
    c:subject(@kind @ref)        whom and what it mentions; c:name, c:same
    c:holding(@repository @shelfmark @pages)   where the original lies; its words: the citation
    c:rights(@url)  c:file(@type @url)  c:relation(@type @id @url)
-->
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
    expand-text="yes">

  <xsl:include href="../modules/plain.xsl"/>
  <xsl:include href="../modules/pointers.xsl"/>
  <xsl:include href="base.xsl"/>
  <xsl:include href="authorities.xsl"/>
  <xsl:include href="relators.xsl"/>

  <xsl:mode name="m:facts" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:key name="v:entity" match="c:entity" use="@ref"/>

  <xsl:variable name="v:id" as="xs:string" select="string($context/c:context/@id)"/>

  <xsl:function name="f:facts" as="element(c:facts)">
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="header" as="element(teiHeader)?" select="$document/teiHeader"/>
    <c:facts id="{$v:id}">
      <xsl:where-populated>
        <xsl:attribute name="genre" select="($document/text/@type)[1]"/>
        <xsl:attribute name="lang" select="($document/text/@xml:lang, $document/@xml:lang)[1]"/>
        <xsl:attribute name="letter" select="$header/profileDesc/correspDesc[correspAction] ! 'true'"/>
      </xsl:where-populated>
      <c:title>{(f:document-title($header)[. ne ''], $v:id)[1]}</c:title>
      <xsl:apply-templates select="f:document-date($header)" mode="m:facts"/>
      <xsl:apply-templates mode="m:facts" select="
          $header/fileDesc/titleStmt/(author | editor | respStmt | funder),
          $header/profileDesc/correspDesc/correspAction, $header/profileDesc/particDesc//person"/>
      <xsl:for-each select="$v:edition/c:editor"><c:agent role="editor" kind="person"><c:name>{.}</c:name></c:agent></xsl:for-each>
      <xsl:sequence select="fp:subjects($document/text)"/>
      <xsl:apply-templates mode="m:facts" select="
          $header/profileDesc/abstract, $header/fileDesc/sourceDesc, $context/c:context/c:related"/>
      <xsl:sequence select="fp:edition-facts($header)"/>
    </c:facts>
  </xsl:function>

  <!-- What all documents of the edition share, and where this one can be had. -->
  <xsl:function name="fp:edition-facts" as="element()*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="licence" as="element(licence)?" select="($header/fileDesc/publicationStmt/availability/licence)[1]"/>
    <c:publisher>{($v:edition/@publisher, $header/fileDesc/publicationStmt/publisher ! f:plain(.))[. ne ''][1]}</c:publisher>
    <xsl:for-each select="$header/fileDesc/publicationStmt/date/@when"><c:issued>{.}</c:issued></xsl:for-each>
    <c:series>{$v:edition/@title}</c:series>
    <c:rights>
      <xsl:where-populated>
        <xsl:attribute name="url" select="($v:edition/@licence-url, $licence/@target)[. ne ''][1]"/>
      </xsl:where-populated>
      <xsl:value-of select="($v:edition/@licence, $licence ! f:plain(.), $header/fileDesc/publicationStmt/availability ! f:plain(.))[. ne ''][1]"/>
    </c:rights>
    <c:file type="text/html" url="{$v:base}{encode-for-uri($v:id)}.html"/>
    <c:file type="application/tei+xml" url="{$v:base}{encode-for-uri($v:id)}.xml"/>
    <xsl:if test="$v:edition/@print = 'true'">
      <c:file type="application/pdf" url="{f:beside('print/' || encode-for-uri($v:id) || '.pdf')}"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="date | origDate | title" mode="m:facts" as="element(c:date)">
    <c:date iso="{f:iso-date(.)}">
      <xsl:copy-of select="@when | @from | @to | @notBefore | @notAfter"/>
      <xsl:value-of select="f:plain(.)"/>
    </c:date>
  </xsl:template>

  <xsl:template match="author" mode="m:facts" as="element(c:agent)">
    <xsl:sequence select="fp:agent('author', (@ref, */@ref)[1], .)"/>
  </xsl:template>

  <xsl:template match="editor" mode="m:facts" as="element(c:agent)">
    <xsl:sequence select="fp:agent((@role[. = 'translator'], 'editor')[1], (@ref, */@ref)[1], .)"/>
  </xsl:template>

  <xsl:template match="funder" mode="m:facts" as="element(c:agent)">
    <xsl:sequence select="fp:agent('funder', (@ref, */@ref)[1], .)"/>
  </xsl:template>

  <!-- A responsibility is known by its word; whoever encoded the file is no part of the document's history. -->
  <xsl:template match="respStmt" mode="m:facts" as="element(c:agent)*">
    <xsl:variable name="words" as="xs:string" select="lower-case(string-join(resp, ' '))"/>
    <xsl:variable name="role" as="xs:string?" select="
        ('translator'[contains($words, 'translat')], 'obtainer'[contains($words, 'obtain')], 'editor'[contains($words, 'edit')])[1]"/>
    <xsl:for-each select="(persName | orgName | name)[$role]"><xsl:sequence select="fp:agent($role, @ref, .)"/></xsl:for-each>
  </xsl:template>

  <xsl:template match="correspAction[@type = ('sent', 'received')]" mode="m:facts" as="element(c:agent)*">
    <xsl:variable name="role" as="xs:string" select="if (@type = 'sent') then 'sender' else 'addressee'"/>
    <xsl:for-each select="persName | orgName | name | rs"><xsl:sequence select="fp:agent($role, @ref, .)"/></xsl:for-each>
  </xsl:template>

  <xsl:template match="person" mode="m:facts" as="element(c:agent)">
    <xsl:sequence select="fp:agent((@role, 'present')[1], (@corresp, persName/@ref)[1], (persName, .)[1])"/>
  </xsl:template>

  <xsl:template match="abstract" mode="m:facts" as="element(c:abstract)">
    <c:abstract>{normalize-space(string-join(f:plain-of(node()[not(self::fw)])))}</c:abstract>
  </xsl:template>

  <xsl:template match="sourceDesc" mode="m:facts" as="element(c:holding)?">
    <xsl:variable name="place" as="element(msIdentifier)?" select="(.//msIdentifier)[1]"/>
    <xsl:variable name="shelfmark" as="element(idno)?" select="(f:shelfmark($place), bibl/idno[@type = 'shelfmark'])[1]"/>
    <xsl:variable name="pages" as="element()?" select="(.//msItem/locus, bibl/biblScope[@unit = 'page'])[1]"/>
    <xsl:variable name="words" as="xs:string?" select="(bibl[@type = 'citation'], bibl, p)[1] ! f:plain(.)"/>
    <xsl:where-populated>
      <c:holding>
        <xsl:where-populated>
          <xsl:attribute name="repository" select="$place/repository ! f:plain(.)"/>
          <xsl:attribute name="shelfmark" select="$shelfmark ! f:plain(.)"/>
          <xsl:attribute name="pages" select="$pages ! f:plain(.)"/>
        </xsl:where-populated>
        <xsl:value-of select="($words[. ne ''],
            string-join(($place/repository, $shelfmark, $pages) ! f:plain(.), ', '))[1]"/>
      </c:holding>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="c:related" mode="m:facts" as="element(c:relation)">
    <c:relation type="{@type}" id="{@id}" url="{$v:base}{encode-for-uri(@id)}.html">{@title}</c:relation>
  </xsl:template>

  <!-- Everybody and everything that the text names by a reference, once each, in order of first mention. -->
  <xsl:function name="fp:subjects" as="element(c:subject)*">
    <xsl:param name="text" as="element(text)*"/>
    <xsl:for-each-group select="$text//(persName | placeName | orgName | rs)[@ref]" group-by="fp:id(@ref)">
      <c:subject kind="{(key('v:entity', current-grouping-key(), $context)/@kind, fp:kind(.))[1]}" ref="{current-grouping-key()}">
        <xsl:sequence select="fp:name(current-grouping-key(), .)"/>
      </c:subject>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="fp:agent" as="element(c:agent)">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="ref" as="xs:string?"/>
    <xsl:param name="name" as="element()"/>
    <c:agent role="{$role}" kind="{fp:kind($name)}">
      <xsl:where-populated><xsl:attribute name="ref" select="$ref ! fp:id(.)"/></xsl:where-populated>
      <xsl:sequence select="fp:name($ref ! fp:id(.), $name)"/>
    </c:agent>
  </xsl:function>

  <!-- A name as the authority file has it, with what others call the same; else as it is written here. -->
  <xsl:function name="fp:name" as="element()+">
    <xsl:param name="ref" as="xs:string?"/>
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="entity" as="element(c:entity)?" select="$ref ! key('v:entity', ., $context)[1]"/>
    <c:name>{($entity/@label, f:plain($name)[. ne ''], $ref)[1]}</c:name>
    <xsl:sequence select="$entity ! f:same-as(.)"/>
  </xsl:function>

  <xsl:function name="fp:kind" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        if ($name/self::placeName or $name/@type = 'place') then 'place'
        else if ($name/self::orgName or $name/self::funder or $name/orgName or $name/@type = ('org', 'organisation')) then 'organisation'
        else 'person'"/>
  </xsl:function>

  <!-- The id by which the edition knows what a pointer means. -->
  <xsl:function name="fp:id" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="f:pointer-id($pointer)"/>
  </xsl:function>

  <!-- A date by ISO 8601: a day, a month, a year, or an interval with a stroke between. -->
  <xsl:function name="f:iso-date" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="start" as="xs:string?" select="$date/(@from, @notBefore)[1]"/>
    <xsl:variable name="end" as="xs:string?" select="$date/(@to, @notAfter)[1]"/>
    <xsl:sequence select="
        if ($date/@when) then string($date/@when)
        else if ($start and $end) then $start || '/' || $end
        else ($start, $end, f:sort-date($date))[1]"/>
  </xsl:function>
</xsl:stylesheet>
