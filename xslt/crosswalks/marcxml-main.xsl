<?xml version="1.0" encoding="UTF-8"?>
<!-- Facts → MARC 21 (bibliographic), fields in order of their numbers. Described as an online text (RDA). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns="http://www.loc.gov/MARC21/slim"
    exclude-result-prefixes="xs map c f fp m v"
    expand-text="yes">

  <xsl:mode name="m:marcxml" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="/" mode="m:marcxml" as="element()">
    <xsl:apply-templates select="f:facts(*)" mode="m:marcxml"/>
  </xsl:template>

  <xsl:template match="c:facts" mode="m:marcxml" as="element()">
    <xsl:variable name="main" as="element(c:agent)?" select="c:agent[@role = ('author', 'sender')][1]"/>
    <record type="Bibliographic" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="http://www.loc.gov/MARC21/slim http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd">
      <leader>00000nam a22000003u 4500</leader>
      <controlfield tag="001">{@id}</controlfield>
      <controlfield tag="006">m     o  d        </controlfield>
      <controlfield tag="007">cr |||||||||||</controlfield>
      <controlfield tag="008">{fp:coded(.)}</controlfield>
      <xsl:sequence select="
          fp:field('041', '0 ', map { 'a': f:marc-language(@lang) }),
          $main ! fp:name-field('1', ., f:relator(@role)),
          fp:field('245', (if ($main) then '1' else '0') || '0', map { 'a': string(c:title) }),
          c:date[normalize-space()] ! fp:field('264', ' 0', map { 'c': string() }),
          c:publisher[normalize-space()] ! fp:field('264', ' 1', map { 'b': string() }),
          fp:field('336', '  ', map { 'a': 'text', 'b': 'txt', '2': 'rdacontent' }),
          fp:field('337', '  ', map { 'a': 'computer', 'b': 'c', '2': 'rdamedia' }),
          fp:field('338', '  ', map { 'a': 'online resource', 'b': 'cr', '2': 'rdacarrier' }),
          c:series[normalize-space()] ! fp:field('490', '0 ', map { 'a': string() }),
          c:holding[normalize-space()] ! fp:field('500', '  ', map { 'a': 'Original: ' || . }),
          c:abstract ! fp:field('520', '3 ', map { 'a': string() }),
          c:holding[@repository] ! fp:field('535', '1 ', map { 'a': string(@repository) }),
          c:rights[normalize-space()] ! fp:field('540', '  ', map { 'a': string(), 'u': string(@url) }),
          c:subject[@kind = 'person'] ! fp:name-field('6', ., ()),
          c:subject[@kind = 'organisation'] ! fp:name-field('6', ., ()),
          c:subject[@kind = 'place'] ! fp:field('651', ' 4', map:merge((map { 'a': string(c:name) }, fp:same(.)))),
          @genre ! fp:field('655', ' 4', map { 'a': string() }),
          (c:agent[@kind ne 'organisation'], c:agent[@kind = 'organisation'])[not(. is $main)] ! fp:name-field('7', ., f:relator(@role)),
          c:relation ! fp:relation(.),
          c:file ! fp:field('856', '40', map { 'u': string(@url), 'q': string(@type) })"/>
    </record>
  </xsl:template>

  <!-- A data field; subfields are ordered by code, letters first. Without content there is no field. -->
  <xsl:function name="fp:field" as="element()?">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:param name="indicators" as="xs:string"/>
    <xsl:param name="subfields" as="map(xs:string, xs:string)?"/>
    <xsl:if test="exists($subfields)">
      <datafield tag="{$tag}" ind1="{substring($indicators, 1, 1)}" ind2="{substring($indicators, 2, 1)}">
        <xsl:for-each select="sort(map:keys($subfields), (), function($code) { translate($code, '0123456789', '~~~~~~~~~~') || $code })
            [$subfields(.) ne '']">
          <subfield code="{.}">{$subfields(.)}</subfield>
        </xsl:for-each>
      </datafield>
    </xsl:if>
  </xsl:function>

  <!-- 100, 600, 700 for persons, 110, 610, 710 for organisations; names stand in direct order. -->
  <xsl:function name="fp:name-field" as="element()?">
    <xsl:param name="series" as="xs:string"/>
    <xsl:param name="named" as="element()"/>
    <xsl:param name="relator" as="xs:string?"/>
    <xsl:variable name="corporate" as="xs:boolean" select="$named/@kind = 'organisation'"/>
    <xsl:variable name="name" as="map(xs:string, xs:string)" select="map { 'a': string($named/c:name) }"/>
    <xsl:sequence select="fp:field($series || (if ($corporate) then '10' else '00'),
        (if ($corporate) then '2' else '0') || (if ($series = '6') then '4' else ' '),
        map:merge(($name, $relator ! map { '4': . }, fp:same($named))))"/>
  </xsl:function>

  <xsl:function name="fp:same" as="map(xs:string, xs:string)?">
    <xsl:param name="named" as="element()"/>
    <xsl:sequence select="$named/c:same[1] ! map { '0': string(@url) }"/>
  </xsl:function>

  <xsl:function name="fp:relation" as="element()">
    <xsl:param name="relation" as="element(c:relation)"/>
    <xsl:variable name="tag" as="xs:string"
        select="(map { 'host': '773', 'constituent': '774', 'witness': '775' }($relation/@type), '787')[1]"/>
    <xsl:sequence select="fp:field($tag, '0 ', map { 't': string($relation), 'o': string($relation/@url) })"/>
  </xsl:function>

  <!-- Field 008. The date of entry is that of MARC's own absence, since a record has no clock. -->
  <xsl:function name="fp:coded" as="xs:string">
    <xsl:param name="facts" as="element(c:facts)"/>
    <xsl:variable name="years" as="xs:string*"
        select="tokenize($facts/c:date/@iso, '/')[matches(., '^\d{4}')] ! substring(., 1, 4)"/>
    <xsl:variable name="kind" as="xs:string" select="('n', 's', 'i')[count($years) + 1]"/>
    <xsl:sequence select="'000101' || $kind || ($years[1], 'uuuu')[1] || ($years[2], '    '[$kind ne 'n'], 'uuuu')[1]
        || 'xx ' || '     o     000 0 ' || f:marc-language($facts/@lang) || ' d'"/>
  </xsl:function>
</xsl:stylesheet>
