<?xml version="1.0" encoding="UTF-8"?>
<!-- c:sitemap → a site map (sitemaps.org), with absolute addresses where the edition has a base-url. -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:sitemap"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    exclude-result-prefixes="#all"
    expand-text="yes"
    name="urn:teiedition:sitemap" package-version="1.0">

  <xsl:mode name="m:sitemap" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <xsl:param name="context" as="document-node()"/>

  <xsl:variable name="v:base" as="xs:string" select="replace($context/c:context/c:edition/@base-url || '/', '/+$', '/')"/>

  <xsl:template match="/" as="element()">
    <urlset><xsl:apply-templates select="c:sitemap/c:page"/></urlset>
  </xsl:template>

  <xsl:template match="c:page" as="element()">
    <url><loc>{$v:base}{string-join(tokenize(@path, '/') ! encode-for-uri(.), '/')}</loc></url>
  </xsl:template>
</xsl:package>
