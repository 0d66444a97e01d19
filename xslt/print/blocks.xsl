<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands in lines of its own: divisions, paragraphs, turns, lists, tables, verse. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    default-mode="m:print"
    expand-text="yes">

  <xsl:template match="div | div1 | div2 | div3 | div4 | titlePage | argument" as="text()*">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="head" as="text()*">
    <xsl:variable name="level" as="xs:integer" select="count(ancestor::div | ancestor::div1 | ancestor::div2 | ancestor::div3)"/>
    <xsl:value-of select="f:call('section', string(max((1, $level))), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="list/head | table/head | figure/head | floatingText//head" as="text()*" priority="1">
    <xsl:value-of select="f:call('small-head', (), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="p | ab | docTitle | titlePart | docImprint" as="text()*">
    <xsl:variable name="loose" as="xs:boolean" select="fp:holds-blocks(.)"/>
    <xsl:value-of select="f:call(if ($loose) then 'loose' else 'para', (
        f:argument('label', label[1][not(preceding-sibling::node()[normalize-space()])] ! f:plain(.)),
        ('keeps: true', 'follows: true'[current()/preceding-sibling::*[1]/self::p])[not($loose) and fp:is-signed(current())]), fp:inner(.))"/>
  </xsl:template>

  <!-- Is it the last paragraph before a signature, and so short that it can move to the next page with it? -->
  <xsl:function name="fp:is-signed" as="xs:boolean">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:sequence select="exists($paragraph/following-sibling::*[1]/(self::closer | self::signed | self::dateline))
        and string-length($paragraph) le 600"/>
  </xsl:function>

  <xsl:template match="p/label[1][not(preceding-sibling::node()[normalize-space()])]" as="empty-sequence()" priority="1"/>

  <!-- The space between a label and what follows is the typesetter's. -->
  <xsl:template match="(p | item)/text()[preceding-sibling::node()[1]/self::label[not(preceding-sibling::node()[normalize-space()])]]" as="text()*" priority="1">
    <xsl:value-of select="f:text(replace(., '^\s+', ''))"/>
  </xsl:template>

  <!-- Does it hold what Typst can't set within a paragraph? What stands in a note is set elsewhere. -->
  <xsl:function name="fp:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element//(list | table | figure | lg | sp | floatingText | listBibl | listPerson | listPlace | listOrg | listWit
        | p | quote[p or lg or l] | castList | entry | entryFree | msDesc | dateline | signed | salute | opener | closer | titlePart | milestone)
        [empty(ancestor::note intersect $element//note)])"/>
  </xsl:function>

  <!-- A turn: who speaks, with what was remarked on the delivery, then what was said. -->
  <xsl:template match="sp" as="text()*">
    <xsl:variable name="opening" as="element()*" select="(speaker | stage)[not(preceding-sibling::p or preceding-sibling::ab)]"/>
    <xsl:value-of select="f:call('speech', 'speaker: [' || fp:nodes($opening) || ']', fp:nodes(* except $opening))"/>
  </xsl:template>

  <xsl:template match="speaker" as="text()*">
    <xsl:value-of select="f:call('smallcaps', (), fp:inner(.)) || f:text(' ')"/>
  </xsl:template>

  <xsl:template match="opener | salute | dateline | closer | signed | trailer | postscript | epigraph | byline" as="text()*">
    <xsl:value-of select="f:call(local-name(), (), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="quote[p or lg or l] | quote[not(ancestor::p)] | cit | floatingText" as="text()*">
    <xsl:value-of select="f:call('block-quote', (), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="list | listBibl | listWit" as="text()*">
    <xsl:value-of select="f:call('items', (), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="item | listBibl/bibl | witness" as="text()*" priority="0.6">
    <xsl:variable name="label" as="element(label)?" select="(label[not(preceding-sibling::node()[normalize-space()])], preceding-sibling::*[1]/self::label)[1]"/>
    <xsl:value-of select="f:call('entry', f:argument('label', $label ! f:plain(.)), fp:nodes(node() except $label))"/>
  </xsl:template>

  <xsl:template match="list/label" as="empty-sequence()" priority="1"/>

  <xsl:template match="table" as="text()*">
    <xsl:variable name="columns" as="xs:integer" select="max((1, row ! sum((cell, fp:reaching(.)) ! fp:span(@cols))))"/>
    <xsl:apply-templates select="head"/>
    <xsl:value-of select="'#grid-table(' || $columns || ', (' || string-join(row/cell ! (fp:cell(.) || ', ')) || '));'"/>
  </xsl:template>

  <!-- The cells of rows above that reach down into a row. -->
  <xsl:function name="fp:reaching" as="element(cell)*">
    <xsl:param name="row" as="element(row)"/>
    <xsl:variable name="place" as="xs:integer" select="count($row/preceding-sibling::row)"/>
    <xsl:sequence select="$row/preceding-sibling::row/cell[@rows][count(../preceding-sibling::row) + fp:span(@rows) gt $place]"/>
  </xsl:function>

  <!-- How many rows or columns a cell takes: one, unless a number is given. -->
  <xsl:function name="fp:span" as="xs:integer">
    <xsl:param name="given" as="attribute()?"/>
    <xsl:sequence select="($given/normalize-space()[. castable as xs:positiveInteger] ! xs:integer(.), 1)[1]"/>
  </xsl:function>

  <xsl:function name="fp:cell" as="xs:string">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:variable name="head" as="xs:boolean" select="($cell | $cell/parent::row)/@role = ('label', 'head')"/>
    <xsl:sequence select="'table.cell(colspan: ' || fp:span($cell/@cols) || ', rowspan: ' || fp:span($cell/@rows) || ')['
        || (if ($head) then f:call('strong', (), fp:inner($cell)) else fp:inner($cell)) || ']'"/>
  </xsl:function>

  <xsl:template match="lg" as="text()*">
    <xsl:value-of select="f:call('stanza', (), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="l" as="text()*">
    <xsl:apply-templates/>
    <xsl:text>#linebreak();</xsl:text>
  </xsl:template>

  <xsl:template match="milestone" as="text()">
    <xsl:text>#rule-off();</xsl:text>
  </xsl:template>

  <!-- Page furniture of the source has no place on the pages of another book. -->
  <xsl:template match="fw | pb | cb | gb" as="empty-sequence()"/>

  <xsl:template match="figure" as="text()*">
    <xsl:value-of select="f:call('plate', (), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="graphic | media" as="text()*">
    <xsl:value-of select="f:text(string(@url))"/>
  </xsl:template>

  <xsl:template match="figDesc" as="text()*"><xsl:apply-templates/></xsl:template>

  <!-- The content of an element as Typst. -->
  <xsl:function name="fp:inner" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="fp:nodes($element/node())"/>
  </xsl:function>

  <xsl:function name="fp:nodes" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="made" as="text()*">
      <xsl:apply-templates select="$nodes" mode="m:print"/>
    </xsl:variable>
    <xsl:sequence select="string-join($made)"/>
  </xsl:function>
</xsl:stylesheet>
