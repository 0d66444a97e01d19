<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages that the editors write themselves, such as a preface: TEI with a title and a text. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:variable name="v:is-editorial" as="xs:boolean" select="$context/c:context/@page = 'editorial'"/>

  <xsl:template match="TEI[$v:is-editorial]" mode="m:title" as="xs:string" priority="2">
    <xsl:sequence select="f:document-title(teiHeader)"/>
  </xsl:template>

  <xsl:template match="TEI[$v:is-editorial]" mode="m:scripts" as="element()*" priority="2">
    <xsl:sequence select="('notes', 'permalinks') ! f:script(.)"/>
  </xsl:template>

  <xsl:template match="TEI[$v:is-editorial]" mode="m:citation-meta" as="element()*" priority="2">
    <xsl:sequence select="f:canonical()"/>
  </xsl:template>

  <xsl:template match="TEI[$v:is-editorial]" mode="m:main" as="element()" priority="2">
    <article>
      <xsl:attribute name="class" select="'document', 'editorial', 'with-notes'[exists($v:notes)]"/>
      <header class="head">
        <h1><xsl:apply-templates select="teiHeader/fileDesc/titleStmt/title[1]/node()" mode="m:text"/></h1>
      </header>
      <div class="text" id="text">
        <xsl:sequence select="f:language(.)"/>
        <xsl:apply-templates select="text" mode="m:text"/>
      </div>
      <xsl:sequence select="f:note-lists()"/>
    </article>
  </xsl:template>
</xsl:stylesheet>
