<?xml version="1.0" encoding="UTF-8"?>
<!-- c:letters, each with its correspDesc → a CMIF file, which correspSearch harvests. -->
<xsl:package version="3.0" declared-modes="yes" default-mode="m:cmif"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns="http://www.tei-c.org/ns/1.0"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes"
    name="urn:teiedition:crosswalk:cmif" package-version="1.0">

  <xsl:include href="base.xsl"/>

  <xsl:mode name="m:cmif" on-no-match="shallow-copy" on-multiple-match="fail"/>
  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <!-- The day of the newest change among the letters. -->
  <xsl:param name="day" as="xs:string"/>
  <xsl:param name="contact" as="xs:string"/>
  <!-- The edition's own id, the same from build to build: CMIF asks for a UUID that begins with a letter. -->
  <xsl:param name="edition-id" as="xs:string"/>

  <xsl:template match="/" as="element()">
    <TEI>
      <teiHeader>
        <fileDesc>
          <titleStmt>
            <title>{$v:edition/@title}: letters</title>
            <editor>{($v:edition/c:editor, $v:edition/@publisher)[1]}<email>{$contact}</email></editor>
          </titleStmt>
          <publicationStmt>
            <publisher><ref target="{$v:base}">{($v:edition/@publisher[. ne ''], $v:edition/@title)[1]}</ref></publisher>
            <idno type="url">{f:beside('data/cmif.xml')}</idno>
            <date when="{$day}"/>
            <availability>
              <licence target="{($v:edition/@licence-url[. ne ''], 'https://creativecommons.org/licenses/by/4.0/')[1]}">{$v:edition/@licence}</licence>
            </availability>
          </publicationStmt>
          <sourceDesc>
            <bibl type="online" xml:id="{$edition-id}">{$v:edition/@title}. <ref target="{$v:base}">{$v:base}</ref></bibl>
          </sourceDesc>
        </fileDesc>
        <profileDesc><xsl:apply-templates select="c:letters/correspDesc"/></profileDesc>
      </teiHeader>
      <text><body><p/></body></text>
    </TEI>
  </xsl:template>

  <xsl:template match="*" as="element()">
    <xsl:copy copy-namespaces="no">
      <xsl:if test="self::correspDesc"><xsl:attribute name="source" select="'#' || $edition-id"/></xsl:if>
      <xsl:apply-templates select="@*, node()"/>
    </xsl:copy>
  </xsl:template>
</xsl:package>
