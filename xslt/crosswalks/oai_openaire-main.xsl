<?xml version="1.0" encoding="UTF-8"?>
<!-- Facts → the OpenAIRE profile: DataCite elements, identified by an address where there is no DOI. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns="http://namespace.openaire.eu/schema/oaire/"
    xmlns:datacite="http://datacite.org/schema/kernel-4"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    exclude-result-prefixes="xs c f fp m v"
    expand-text="yes">

  <xsl:mode name="m:oai-openaire" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="/" mode="m:oai-openaire" as="element()">
    <xsl:apply-templates select="f:facts(*)" mode="m:oai-openaire"/>
  </xsl:template>

  <xsl:template match="c:facts" mode="m:oai-openaire" as="element()">
    <xsl:variable name="makers" as="element(c:agent)*" select="c:agent[@role = ('author', 'sender')]"/>
    <resource xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="http://namespace.openaire.eu/schema/oaire/ https://www.openaire.eu/schema/repo-lit/4.0/openaire.xsd">
      <datacite:titles><datacite:title>{c:title}</datacite:title></datacite:titles>
      <datacite:creators>
        <xsl:apply-templates select="$makers" mode="m:oai-openaire"/>
        <xsl:if test="empty($makers)"><datacite:creator><datacite:creatorName>{(c:publisher[. ne ''], 'Unknown')[1]}</datacite:creatorName></datacite:creator></xsl:if>
      </datacite:creators>
      <xsl:where-populated>
        <datacite:contributors><xsl:apply-templates select="c:agent except $makers" mode="m:oai-openaire"/></datacite:contributors>
      </xsl:where-populated>
      <xsl:where-populated>
        <datacite:relatedIdentifiers><xsl:apply-templates select="c:relation" mode="m:oai-openaire"/></datacite:relatedIdentifiers>
      </xsl:where-populated>
      <xsl:where-populated>
        <datacite:dates><xsl:apply-templates select="c:date, c:issued" mode="m:oai-openaire"/></datacite:dates>
      </xsl:where-populated>
      <xsl:apply-templates select="@lang, c:publisher" mode="m:oai-openaire"/>
      <xsl:sequence select="fp:resource-type(@letter)"/>
      <xsl:apply-templates select="c:abstract" mode="m:oai-openaire"/>
      <dc:format>text/html</dc:format>
      <xsl:apply-templates select="c:file[@type = 'text/html']" mode="m:oai-openaire"/>
      <datacite:rights rightsURI="http://purl.org/coar/access_right/c_abf2">open access</datacite:rights>
      <xsl:apply-templates select="c:holding" mode="m:oai-openaire"/>
      <xsl:where-populated>
        <datacite:subjects><xsl:apply-templates select="c:subject" mode="m:oai-openaire"/></datacite:subjects>
      </xsl:where-populated>
      <xsl:apply-templates select="c:rights, c:file" mode="m:oai-openaire-files"/>
    </resource>
  </xsl:template>

  <xsl:mode name="m:oai-openaire-files" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="c:agent[@role = ('author', 'sender')]" mode="m:oai-openaire" as="element()" priority="1">
    <datacite:creator>
      <datacite:creatorName nameType="{fp:name-type(.)}">{c:name}</datacite:creatorName>
      <xsl:sequence select="fp:name-identifiers(.)"/>
    </datacite:creator>
  </xsl:template>

  <xsl:template match="c:agent" mode="m:oai-openaire" as="element()">
    <datacite:contributor contributorType="{(map { 'editor': 'Editor', 'obtainer': 'DataCollector', 'funder': 'Sponsor' }(@role), 'Other')[1]}">
      <datacite:contributorName nameType="{fp:name-type(.)}">{c:name}</datacite:contributorName>
      <xsl:sequence select="fp:name-identifiers(.)"/>
    </datacite:contributor>
  </xsl:template>

  <xsl:function name="fp:name-type" as="xs:string">
    <xsl:param name="named" as="element()"/>
    <xsl:sequence select="if ($named/@kind = 'organisation') then 'Organizational' else 'Personal'"/>
  </xsl:function>

  <xsl:function name="fp:name-identifiers" as="element()*">
    <xsl:param name="named" as="element()"/>
    <xsl:for-each select="$named/c:same">
      <datacite:nameIdentifier nameIdentifierScheme="{upper-case(@type)}" schemeURI="{substring-before(@url, @value)}">{@value}</datacite:nameIdentifier>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="c:relation" mode="m:oai-openaire" as="element()">
    <datacite:relatedIdentifier relatedIdentifierType="URL" relationType="{(map { 'host': 'IsPartOf', 'constituent': 'HasPart',
        'witness': 'IsVersionOf', 'cites': 'References', 'cited-by': 'IsReferencedBy' }(@type), 'IsReferencedBy')[1]}">{@url}</datacite:relatedIdentifier>
  </xsl:template>

  <xsl:template match="c:date" mode="m:oai-openaire" as="element()">
    <datacite:date dateType="Created">{@iso}</datacite:date>
  </xsl:template>

  <xsl:template match="c:issued" mode="m:oai-openaire" as="element()">
    <datacite:date dateType="Issued">{.}</datacite:date>
  </xsl:template>

  <!-- Of the COAR vocabulary of resource types: a letter, else a text. -->
  <xsl:function name="fp:resource-type" as="element()">
    <xsl:param name="letter" as="attribute(letter)?"/>
    <xsl:variable name="type" as="xs:string+" select="if ($letter) then ('c_0857', 'letter') else ('c_18cf', 'text')"/>
    <resourceType resourceTypeGeneral="literature" uri="http://purl.org/coar/resource_type/{$type[1]}">{$type[2]}</resourceType>
  </xsl:function>

  <xsl:template match="@lang" mode="m:oai-openaire" as="element()"><dc:language>{f:marc-language(.)}</dc:language></xsl:template>
  <xsl:template match="c:publisher[normalize-space()]" mode="m:oai-openaire" as="element()"><dc:publisher>{.}</dc:publisher></xsl:template>
  <xsl:template match="c:abstract" mode="m:oai-openaire" as="element()"><dc:description>{.}</dc:description></xsl:template>
  <xsl:template match="c:holding[normalize-space()]" mode="m:oai-openaire" as="element()"><dc:source>{.}</dc:source></xsl:template>

  <xsl:template match="c:file" mode="m:oai-openaire" as="element()">
    <datacite:identifier identifierType="URL">{@url}</datacite:identifier>
  </xsl:template>

  <xsl:template match="c:subject" mode="m:oai-openaire" as="element()">
    <datacite:subject>
      <xsl:for-each select="c:same[1]"><xsl:attribute name="valueURI" select="@url"/></xsl:for-each>
      <xsl:value-of select="c:name"/>
    </datacite:subject>
  </xsl:template>

  <xsl:template match="c:rights[@url]" mode="m:oai-openaire-files" as="element()">
    <licenseCondition uri="{@url}">{.}</licenseCondition>
  </xsl:template>

  <xsl:template match="c:file" mode="m:oai-openaire-files" as="element()">
    <file accessRightsURI="http://purl.org/coar/access_right/c_abf2" mimeType="{@type}" objectType="fulltext">{@url}</file>
  </xsl:template>
</xsl:stylesheet>
