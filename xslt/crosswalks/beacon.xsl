<?xml version="1.0" encoding="UTF-8"?>
<!-- c:entities → a BEACON file: which persons of one authority file have a page here. Parameter: which file. -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:beacon"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all"
    expand-text="yes"
    name="urn:teiedition:crosswalk:beacon" package-version="1.0">

  <xsl:include href="base.xsl"/>
  <xsl:include href="authorities.xsl"/>

  <xsl:mode name="m:beacon" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:param name="authority" as="xs:string"/>

  <xsl:template match="/" as="text()">
    <xsl:variable name="lines" as="xs:string*">
      <xsl:for-each select="c:entities/c:entity">
        <xsl:sequence select="f:same-as(.)[@type = $authority][1] ! (@value || '||' || $v:base || 'persons/' || encode-for-uri(current()/@ref) || '.html')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:value-of separator="&#10;" select="
        '#FORMAT: BEACON',
        '#PREFIX: ' || $v:authorities[@type = $authority]/@prefix,
        '#NAME: ' || $v:edition/@title,
        '#FEED: ' || f:beside('data/beacon-' || $authority || '.txt'),
        sort($lines), ''"/>
  </xsl:template>
</xsl:package>
