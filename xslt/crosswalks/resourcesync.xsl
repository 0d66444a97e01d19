<?xml version="1.0" encoding="UTF-8"?>
<!-- c:changes → the documents of ResourceSync 1.1 (ANSI/NISO Z39.99): capability list, resource list or change list. -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:resourcesync"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:rs="http://www.openarchives.org/rs/terms/"
    exclude-result-prefixes="xs c f m v"
    expand-text="yes"
    name="urn:teiedition:crosswalk:resourcesync" package-version="1.0">

  <xsl:include href="base.xsl"/>

  <xsl:mode name="m:resourcesync" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:resourcesync-change" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <!-- Which of them: description, capabilitylist, resourcelist, changelist. -->
  <xsl:param name="capability" as="xs:string"/>

  <xsl:variable name="v:folder" as="xs:string" select="f:beside('data/resourcesync/')"/>

  <xsl:template match="/" as="element()">
    <urlset>
      <xsl:variable name="up" as="xs:string?" select="map { 'capabilitylist': 'description', 'resourcelist': 'capabilitylist', 'changelist': 'capabilitylist' }($capability)"/>
      <xsl:for-each select="$up"><rs:ln rel="up" href="{$v:folder}{.}.xml"/></xsl:for-each>
      <xsl:choose>
        <xsl:when test="$capability = 'description'">
          <rs:md capability="description"/>
          <url><loc>{$v:folder}capabilitylist.xml</loc><rs:md capability="capabilitylist"/></url>
        </xsl:when>
        <xsl:when test="$capability = 'capabilitylist'">
          <rs:md capability="capabilitylist"/>
          <xsl:for-each select="'resourcelist', 'changelist'"><url><loc>{$v:folder}{.}.xml</loc><rs:md capability="{.}"/></url></xsl:for-each>
        </xsl:when>
        <xsl:when test="$capability = 'resourcelist'">
          <rs:md capability="resourcelist" at="{c:changes/@newest}"/>
          <xsl:apply-templates select="c:changes/c:change[not(@deleted)]"/>
        </xsl:when>
        <xsl:otherwise>
          <rs:md capability="changelist" from="{c:changes/@oldest}"/>
          <xsl:apply-templates select="sort(c:changes/c:change, (), function($change) { $change/@datestamp })" mode="m:resourcesync-change"/>
        </xsl:otherwise>
      </xsl:choose>
    </urlset>
  </xsl:template>

  <xsl:template match="c:change" as="element()">
    <url>
      <loc>{replace(f:page(@id), 'html$', 'xml')}</loc>
      <lastmod>{@datestamp}</lastmod>
      <rs:md type="application/tei+xml"/>
    </url>
  </xsl:template>

  <xsl:template match="c:change" mode="m:resourcesync-change" as="element()">
    <url>
      <loc>{replace(f:page(@id), 'html$', 'xml')}</loc>
      <lastmod>{@datestamp}</lastmod>
      <rs:md change="{if (@deleted) then 'deleted' else if (@version = '1') then 'created' else 'updated'}" datetime="{@datestamp}"/>
    </url>
  </xsl:template>
</xsl:package>
