<?xml version="1.0" encoding="UTF-8"?>
<!-- Manuscripts: described, and transcribed page by page and line by line. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    default-mode="m:print"
    expand-text="yes">

  <!-- A part of a description under its name; one that was not filled in says nothing. -->
  <xsl:template match="(summary | textLang | incipit | explicit | rubric | finalRubric | colophon | filiation | support | extent | foliation
      | collation | condition | layoutDesc | handDesc | scriptDesc | typeDesc | musicNotation | decoDesc | additions | bindingDesc
      | sealDesc | accMat | watermark | origin | provenance | acquisition | custodialHist | recordHist | surrogates)[ancestor::msDesc][not(ancestor::p)]"
      as="text()*" priority="0.8">
    <xsl:if test="normalize-space()">
      <xsl:value-of select="f:call('para', f:argument('label', f:word('ms.' || local-name())), fp:parts(.))"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="msIdentifier[not(ancestor::p)]" as="text()*">
    <xsl:value-of select="f:call('para', (), string-join(*[normalize-space()] ! fp:nodes(.), f:text(f:word('list.separator'))))"/>
  </xsl:template>

  <xsl:template match="msDesc | msPart | msFrag | msContents | physDesc | objectDesc | supportDesc | history | additional | adminInfo
      | handNotes" as="text()*">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="msItem | msItemStruct" as="text()*">
    <xsl:variable name="head" as="element()*" select="(locus, locusGrp, author, title)[normalize-space()]"/>
    <xsl:value-of select="f:call('para', f:argument('label', @n), string-join($head ! fp:nodes(.), f:text(f:word('list.separator'))))"/>
    <xsl:apply-templates select="* except (locus, locusGrp, author, title)"/>
  </xsl:template>

  <!-- The lines of a page as they stand there. -->
  <xsl:template match="sourceDoc | facsimile | surfaceGrp | standOff" as="text()*"><xsl:apply-templates select="*"/></xsl:template>

  <xsl:template match="surface" as="text()*">
    <xsl:value-of select="f:call('small-head', (), f:text('[' || (@n, string(count(preceding::surface) + 1))[1] || ']'))"/>
    <xsl:apply-templates select="* except graphic"/>
  </xsl:template>

  <xsl:template match="zone[line or zone or not(ancestor::line)]" as="text()*">
    <xsl:value-of select="f:call('stanza', (), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="line | path" as="text()*">
    <xsl:apply-templates/>
    <xsl:text>#linebreak();</xsl:text>
  </xsl:template>

  <xsl:template match="retrace | mod | restore | redo | undo | secl | metamark | addSpan | delSpan | damageSpan | handShift | substJoin
      | listTranspose | transpose" as="text()*"><xsl:apply-templates/></xsl:template>

  <!-- A sign that has no letters is told by what it is called. -->
  <xsl:template match="g[not(normalize-space())]" as="text()*" priority="1"><xsl:value-of select="f:text(f:glyph(.))"/></xsl:template>

  <xsl:template match="rt" as="text()*" priority="1"><xsl:value-of select="f:text('(') || fp:inner(.) || f:text(')')"/></xsl:template>
</xsl:stylesheet>
