<?xml version="1.0" encoding="UTF-8"?>
<!--
  A document as plain text: its title, where it lies, its citation; a line for each block, with an empty line
  between; editors' brackets as in the page; notes at the end, called as in Markdown: [^1].
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:include href="modules/plain.xsl"/>
  <xsl:include href="modules/words.xsl"/>
  <xsl:include href="modules/links.xsl"/>
  <xsl:include href="modules/citation.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:param name="path" as="xs:string"/>
  <xsl:param name="context" as="document-node()"/>
  <xsl:param name="locale" as="document-node()"/>

  <xsl:global-context-item as="document-node()" use="required"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:blocks" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:line" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:key name="v:by-id" match="*[@xml:id]" use="@xml:id"/>

  <xsl:variable name="v:blocks" as="xs:string*" select="tokenize('
      text group front body back floatingText div div1 div2 div3 div4 div5 div6 div7 titlePage docTitle titlePart
      argument epigraph byline trailer head p ab list item label table row figure figDesc lg l sp stage opener closer
      postscript dateline salute signed listBibl listWit witness castList castGroup castItem entry entryFree quote
      sourceDoc surfaceGrp surface zone line standOff u msDesc msIdentifier msPart msContents msItem physDesc history additional
      listPerson listPlace listOrg person place org')"/>
  <xsl:variable name="v:notes" as="element(note)*" select="/TEI/text//note[not(@type = ('gloss', 'unclear', 'sic'))]"/>

  <xsl:template match="/" as="xs:string">
    <xsl:variable name="blocks" as="xs:string*"><xsl:apply-templates select="TEI/f:content(.)" mode="m:blocks"/></xsl:variable>
    <xsl:variable name="notes" as="xs:string*" select="for $n in 1 to count($v:notes) return '[^' || $n || ']: ' || fp:line($v:notes[$n]/node())"/>
    <xsl:sequence select="string-join((f:document-title(TEI/teiHeader), normalize-space(string-join(f:note-of(f:citation(TEI)))),
        '* * *', $blocks, $notes)[. ne ''], '&#10;&#10;') || '&#10;'"/>
  </xsl:template>

  <!-- Blocks within a block are blocks of their own; what stands between them is one line. -->
  <xsl:template match="*" mode="m:blocks" as="xs:string*">
    <xsl:for-each-group select="node()" group-adjacent="exists(self::*) and local-name() = $v:blocks">
      <xsl:choose>
        <xsl:when test="current-grouping-key()"><xsl:apply-templates select="current-group()" mode="m:blocks"/></xsl:when>
        <xsl:otherwise><xsl:sequence select="fp:line(current-group())[. ne '']"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A turn begins with its speaker's name. -->
  <xsl:template match="sp" mode="m:blocks" as="xs:string*">
    <xsl:variable name="speaker" as="xs:string" select="fp:line(speaker)"/>
    <xsl:variable name="said" as="xs:string*">
      <xsl:for-each-group select="node() except speaker" group-adjacent="exists(self::*) and local-name() = $v:blocks">
        <xsl:choose>
          <xsl:when test="current-grouping-key()"><xsl:apply-templates select="current-group()" mode="m:blocks"/></xsl:when>
          <xsl:otherwise><xsl:sequence select="fp:line(current-group())[. ne '']"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join(($speaker, $said[1])[. ne ''], ' ')[. ne ''], tail($said)"/>
  </xsl:template>

  <xsl:template match="row" mode="m:blocks" as="xs:string">
    <xsl:sequence select="string-join(cell ! fp:line(.), '&#9;')"/>
  </xsl:template>

  <xsl:function name="fp:line" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="text" as="node()*"><xsl:apply-templates select="$nodes" mode="m:line"/></xsl:variable>
    <xsl:sequence select="normalize-space(string-join($text ! string()))"/>
  </xsl:function>

  <xsl:template match="note" mode="m:line" as="text()">
    <xsl:text>[^{index-of($v:notes ! generate-id(), generate-id())}]</xsl:text>
  </xsl:template>

  <xsl:template match="supplied | note[@type = ('gloss', 'unclear', 'sic')]" mode="m:line" as="node()*" priority="1">
    <xsl:text>[</xsl:text><xsl:apply-templates mode="m:line"/><xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="space" mode="m:line" as="text()"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="g[not(normalize-space())]" mode="m:line" as="text()">{f:glyph(.)}</xsl:template>
  <xsl:template match="gap" mode="m:line" as="text()"><xsl:text>[…]</xsl:text></xsl:template>
  <xsl:template match="lb[not(@break = 'no')] | pb[not(@break = 'no')] | cb[not(@break = 'no')]" mode="m:line" as="text()"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="fw | choice/(corr | reg | expan)" mode="m:line" as="empty-sequence()"/>
</xsl:stylesheet>
