<?xml version="1.0" encoding="UTF-8"?>
<!-- Facts → METS: one description (MODS), the files, one division. Pictures of pages are a group of their own. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns="http://www.loc.gov/METS/"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    exclude-result-prefixes="xs c f fp m v tei"
    expand-text="yes">

  <xsl:mode name="m:mets" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="/" mode="m:mets" as="element()">
    <xsl:sequence select="f:mets(f:facts(*), f:pictures(*))"/>
  </xsl:template>

  <xsl:function name="f:mets" as="element()">
    <xsl:param name="facts" as="element(c:facts)"/>
    <xsl:param name="pictures" as="xs:string*"/>
    <!-- Records of many documents come in one answer, and no ID may stand twice in it. -->
    <xsl:variable name="id" as="xs:string" select="'d-' || replace($facts/@id, '[^\c]|:', '_')"/>
    <mets OBJID="{$facts/@id}" LABEL="{$facts/c:title}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="http://www.loc.gov/METS/ http://www.loc.gov/standards/mets/mets.xsd">
      <dmdSec ID="{$id}-description">
        <mdWrap MDTYPE="MODS"><xmlData><xsl:apply-templates select="$facts" mode="m:mods"/></xmlData></mdWrap>
      </dmdSec>
      <fileSec>
        <fileGrp USE="TEXT"><xsl:apply-templates select="$facts/c:file" mode="m:mets"><xsl:with-param name="id" select="$id"/></xsl:apply-templates></fileGrp>
        <xsl:where-populated>
          <fileGrp USE="IMAGE"><xsl:sequence select="for-each-pair($pictures, 1 to count($pictures), fp:picture($id, ?, ?))"/></fileGrp>
        </xsl:where-populated>
      </fileSec>
      <structMap TYPE="LOGICAL">
        <div DMDID="{$id}-description" LABEL="{$facts/c:title}">
          <xsl:copy-of select="$facts/@genre ! fp:type(.)"/>
          <xsl:for-each select="$facts/c:file"><fptr FILEID="{$id}-text{position()}"/></xsl:for-each>
          <xsl:for-each select="$pictures"><div ORDER="{position()}" TYPE="page"><fptr FILEID="{$id}-image{position()}"/></div></xsl:for-each>
        </div>
      </structMap>
    </mets>
  </xsl:function>

  <xsl:template match="c:file" mode="m:mets" as="element()">
    <xsl:param name="id" as="xs:string"/>
    <file ID="{$id}-text{position()}" MIMETYPE="{@type}"><FLocat LOCTYPE="URL" xlink:href="{@url}"/></file>
  </xsl:template>

  <xsl:function name="fp:picture" as="element()">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="url" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <file ID="{$id}-image{$number}"><FLocat LOCTYPE="URL" xlink:href="{$url}"/></file>
  </xsl:function>

  <xsl:function name="fp:type" as="attribute()">
    <xsl:param name="genre" as="xs:string"/>
    <xsl:attribute name="TYPE" select="$genre"/>
  </xsl:function>

  <!-- The addresses of the pictures of a document's pages, in order. -->
  <xsl:function name="f:pictures" as="xs:string*">
    <xsl:param name="document" as="element()"/>
    <xsl:sequence select="distinct-values($document//tei:facsimile//tei:graphic/@url ! f:absolute(.))"/>
  </xsl:function>
</xsl:stylesheet>
