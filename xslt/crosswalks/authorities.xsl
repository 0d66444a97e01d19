<?xml version="1.0" encoding="UTF-8"?>
<!-- Identifiers of authority files as addresses: a table of who gives them, and how an address is made. -->
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

  <xsl:variable name="v:authorities" as="element(c:authority)+">
    <c:authority type="gnd" prefix="https://d-nb.info/gnd/"/>
    <c:authority type="viaf" prefix="http://viaf.org/viaf/"/>
    <c:authority type="wikidata" prefix="http://www.wikidata.org/entity/"/>
    <c:authority type="geonames" prefix="https://sws.geonames.org/"/>
    <c:authority type="lcnaf" prefix="http://id.loc.gov/authorities/names/"/>
    <c:authority type="isni" prefix="https://isni.org/isni/"/>
    <c:authority type="orcid" prefix="https://orcid.org/"/>
    <c:authority type="getty-tgn" prefix="http://vocab.getty.edu/tgn/"/>
  </xsl:variable>

  <!-- What other authority files call an entity: c:same with the giver's short name and the address. -->
  <xsl:function name="f:same-as" as="element(c:same)*">
    <xsl:param name="entity" as="element(c:entity)"/>
    <xsl:for-each select="$entity//idno[normalize-space()]">
      <xsl:variable name="words" as="xs:string" select="normalize-space()"/>
      <xsl:variable name="authority" as="element(c:authority)?" select="
          ($v:authorities[@type = lower-case(current()/@type)],
           $v:authorities[starts-with(fp:bare($words), fp:bare(@prefix))])[1]"/>
      <xsl:choose>
        <xsl:when test="$authority">
          <c:same type="{$authority/@type}" value="{tokenize($words, '/')[. ne ''][last()]}"
              url="{$authority/@prefix}{tokenize($words, '/')[. ne ''][last()]}"/>
        </xsl:when>
        <xsl:when test="matches($words, '^https?://\S+$')">
          <c:same type="{(@type, 'url')[1]}" value="{$words}" url="{$words}"/>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:bare" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="replace($address, '^https?://(www\.)?', '')"/>
  </xsl:function>
</xsl:stylesheet>
