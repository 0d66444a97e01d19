<?xml version="1.0" encoding="UTF-8"?>
<!-- Facts → MODS 3.7. Roles are MARC relator codes where there is one (f:relator). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns="http://www.loc.gov/mods/v3"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    exclude-result-prefixes="xs c f fp m v"
    expand-text="yes">

  <xsl:mode name="m:mods" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="/" mode="m:mods" as="element()">
    <xsl:apply-templates select="f:facts(*)" mode="m:mods"/>
  </xsl:template>

  <xsl:template match="c:facts" mode="m:mods" as="element()">
    <mods version="3.7" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-7.xsd">
      <xsl:apply-templates select="c:title, c:agent" mode="m:mods"/>
      <typeOfResource>text</typeOfResource>
      <xsl:apply-templates select="@genre" mode="m:mods"/>
      <xsl:where-populated>
        <originInfo><xsl:apply-templates select="c:date, c:publisher, c:issued" mode="m:mods"/></originInfo>
      </xsl:where-populated>
      <xsl:apply-templates select="@lang" mode="m:mods"/>
      <physicalDescription>
        <form authority="marcform">electronic</form>
        <xsl:apply-templates select="c:file" mode="m:mods"/>
        <digitalOrigin>reformatted digital</digitalOrigin>
      </physicalDescription>
      <xsl:apply-templates select="c:abstract, c:subject, c:holding, c:relation, c:series" mode="m:mods"/>
      <identifier type="local">{@id}</identifier>
      <xsl:apply-templates select="c:file" mode="m:mods-location"/>
      <xsl:apply-templates select="c:rights" mode="m:mods"/>
      <recordInfo>
        <recordIdentifier>{@id}</recordIdentifier>
        <recordOrigin>Made from the document's TEI header by teiedition.</recordOrigin>
      </recordInfo>
    </mods>
  </xsl:template>

  <xsl:mode name="m:mods-location" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="c:title" mode="m:mods" as="element()"><titleInfo><title>{.}</title></titleInfo></xsl:template>

  <xsl:template match="c:agent" mode="m:mods" as="element()">
    <name type="{if (@kind = 'organisation') then 'corporate' else 'personal'}">
      <xsl:copy-of select="f:mods-authority(.)"/>
      <namePart>{c:name}</namePart>
      <role>
        <xsl:for-each select="f:relator(@role)"><roleTerm type="code" authority="marcrelator">{.}</roleTerm></xsl:for-each>
        <roleTerm type="text">{@role}</roleTerm>
      </role>
    </name>
  </xsl:template>

  <xsl:template match="@genre" mode="m:mods" as="element()"><genre>{.}</genre></xsl:template>

  <xsl:template match="c:date" mode="m:mods" as="element()+">
    <xsl:variable name="ends" as="xs:string+" select="tokenize(@iso, '/')"/>
    <xsl:for-each select="$ends">
      <dateCreated encoding="w3cdtf">
        <xsl:if test="position() = 1"><xsl:attribute name="keyDate" select="'yes'"/></xsl:if>
        <xsl:if test="count($ends) = 2"><xsl:attribute name="point" select="if (position() = 1) then 'start' else 'end'"/></xsl:if>
        <xsl:value-of select="."/>
      </dateCreated>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="c:publisher[normalize-space()]" mode="m:mods" as="element()"><publisher>{.}</publisher></xsl:template>

  <xsl:template match="c:issued" mode="m:mods" as="element()"><dateIssued encoding="w3cdtf">{.}</dateIssued></xsl:template>

  <xsl:template match="@lang" mode="m:mods" as="element()">
    <language><languageTerm type="code" authority="iso639-2b">{f:marc-language(.)}</languageTerm></language>
  </xsl:template>

  <xsl:template match="c:file" mode="m:mods" as="element()"><internetMediaType>{@type}</internetMediaType></xsl:template>

  <xsl:template match="c:abstract" mode="m:mods" as="element()"><abstract>{.}</abstract></xsl:template>

  <xsl:template match="c:subject" mode="m:mods" as="element()">
    <subject>
      <name type="{if (@kind = 'organisation') then 'corporate' else 'personal'}">
        <xsl:copy-of select="f:mods-authority(.)"/>
        <namePart>{c:name}</namePart>
      </name>
    </subject>
  </xsl:template>

  <xsl:template match="c:subject[@kind = 'place']" mode="m:mods" as="element()">
    <subject><geographic><xsl:copy-of select="f:mods-authority(.)"/>{c:name}</geographic></subject>
  </xsl:template>

  <!-- The original: where it lies, under which number. -->
  <xsl:template match="c:holding" mode="m:mods" as="element()">
    <relatedItem type="original">
      <xsl:where-populated>
        <location>
          <xsl:for-each select="@repository"><physicalLocation>{.}</physicalLocation></xsl:for-each>
          <xsl:for-each select="@shelfmark"><shelfLocator>{.}</shelfLocator></xsl:for-each>
        </location>
      </xsl:where-populated>
      <xsl:where-populated><note type="citation/reference">{.}</note></xsl:where-populated>
    </relatedItem>
  </xsl:template>

  <xsl:template match="c:relation" mode="m:mods" as="element()">
    <relatedItem xlink:href="{@url}">
      <xsl:for-each select="f:mods-relation(@type)"><xsl:attribute name="type" select="."/></xsl:for-each>
      <titleInfo><title>{.}</title></titleInfo>
    </relatedItem>
  </xsl:template>

  <xsl:template match="c:series[normalize-space()]" mode="m:mods" as="element()">
    <relatedItem type="series"><titleInfo><title>{.}</title></titleInfo></relatedItem>
  </xsl:template>

  <xsl:template match="c:file" mode="m:mods-location" as="element()">
    <location>
      <url displayLabel="{@type}">
        <xsl:if test="@type = 'text/html'"><xsl:attribute name="usage" select="'primary'"/></xsl:if>
        <xsl:value-of select="@url"/>
      </url>
    </location>
  </xsl:template>

  <xsl:template match="c:rights[normalize-space() or @url]" mode="m:mods" as="element()">
    <accessCondition type="use and reproduction">
      <xsl:for-each select="@url"><xsl:attribute name="xlink:href" select="."/></xsl:for-each>
      <xsl:value-of select="."/>
    </accessCondition>
  </xsl:template>

  <xsl:function name="f:mods-authority" as="attribute()*">
    <xsl:param name="named" as="element()"/>
    <xsl:for-each select="$named/c:same[1]">
      <xsl:attribute name="authority" select="@type"/>
      <xsl:attribute name="valueURI" select="@url"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:mods-relation" as="xs:string?">
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="map { 'host': 'host', 'constituent': 'constituent', 'witness': 'otherVersion',
        'cites': 'references', 'cited-by': 'isReferencedBy' }($type)"/>
  </xsl:function>
</xsl:stylesheet>
