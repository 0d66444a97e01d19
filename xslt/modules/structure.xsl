<?xml version="1.0" encoding="UTF-8"?>
<!-- Structure of a text: divisions, headings, paragraphs, what stands before, after and between them. -->
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

  <xsl:mode name="m:text" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:template match="text | group | body | front | back | floatingText" mode="m:text" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <!-- Within a floating text and a group, texts are quoted whole. -->
  <xsl:template match="TEI/text[not(group)]" mode="m:text" as="node()*" priority="1">
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>

  <!-- A text and its translation, each pointing at the other, stand side by side. -->
  <xsl:template match="div[f:translation(.)]" mode="m:text" as="element()" priority="1">
    <div class="parallel">
      <xsl:next-match/>
      <xsl:apply-templates select="f:translation(.)" mode="m:text">
        <xsl:with-param name="beside" select="true()"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <xsl:template match="div[preceding-sibling::*[1][self::div][f:translation(.)]]" mode="m:text" as="element()?" priority="2">
    <xsl:param name="beside" as="xs:boolean" select="false()"/>
    <xsl:if test="$beside"><xsl:next-match/></xsl:if>
  </xsl:template>

  <!-- The division that follows, if the two correspond to each other. -->
  <xsl:function name="f:translation" as="element(div)?">
    <xsl:param name="div" as="element(div)"/>
    <xsl:variable name="next" as="element(div)?" select="$div[@xml:id and @corresp]/following-sibling::*[1]/self::div[@xml:id]"/>
    <xsl:sequence select="$next[tokenize($div/@corresp) = '#' || @xml:id and tokenize(@corresp) = '#' || $div/@xml:id]"/>
  </xsl:function>

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | argument | epigraph | titlePage
      | performance | prologue | epilogue | set"
      mode="m:text" as="element()">
    <xsl:variable name="head" as="element(head)?"
        select="(self::div | self::div1 | self::div2 | self::div3)/head[normalize-space()][1]"/>
    <xsl:element name="{if ($head) then 'section' else 'div'}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:if test="$head[f:is-shown(.)]">
        <xsl:attribute name="aria-labelledby" select="f:anchor($head)"/>
      </xsl:if>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- A heading's level is its depth; the page's title is the first. -->
  <xsl:template match="head" mode="m:text" as="element()">
    <xsl:variable name="depth" as="xs:integer" select="count(ancestor::*[head][ancestor::text]
        except ancestor::*[self::body or self::text]) + 1 + count(ancestor::floatingText) + count(ancestor::group)"/>
    <xsl:element name="h{min((max(($depth, 2)), 6))}">
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:sequence select="f:permalink(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="p | ab" mode="m:text" as="element()">
    <xsl:element name="{f:p-or-div(.)}">
      <xsl:sequence select="f:attributes(., 'p')"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:sequence select="f:permalink(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- A link by which a paragraph is cited. Its mark is drawn by the style sheet, so that copied text is free of it. -->
  <xsl:function name="f:permalink" as="element()?">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="anchor" as="xs:string?" select="f:id($block) ! string()"/>
    <xsl:if test="$anchor">
      <a class="permalink" href="#{$anchor}" aria-label="{f:word('permalink', map { 'n': $anchor })}">
        <xsl:if test="matches($anchor, '^p\d+-?$')">
          <xsl:attribute name="data-mark" select="replace($anchor, '\D', '')"/>
        </xsl:if>
      </a>
    </xsl:if>
  </xsl:function>

  <!-- The printed number of a paragraph or clause: '(1)', 'Article 3:'. -->
  <xsl:template match="label" mode="m:text" as="element()">
    <xsl:element name="{if (f:among-blocks(.)) then f:p-or-div(.) else f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., 'label')"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="trailer | byline | docImprint | docEdition | imprimatur | meeting" mode="m:text"
      as="element()">
    <xsl:element name="{f:p-or-div(.)}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- On a title page each is a line; in a byline, words. -->
  <xsl:template match="docAuthor | docDate | titlePart" mode="m:text" as="element()">
    <xsl:element name="{if (f:among-blocks(.) or parent::docTitle) then f:p-or-div(.) else f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="docTitle" mode="m:text" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., 'docTitle')"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <!-- Page, column and line breaks. A page that has no number is a thin stroke. -->
  <xsl:template match="pb | cb | gb" mode="m:text" as="element()">
    <xsl:element name="{if (f:among-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., (local-name(), 'unnumbered'[not(current()/@n)]))"/>
      <xsl:variable name="words" as="xs:string"
          select="f:word('break.' || local-name() || '.unnumbered'[not(current()/@n)], map { 'n': string(@n) })"/>
      <xsl:variable name="mark" as="xs:string" select="if (@n) then '[' || @n || ']' else '|'"/>
      <xsl:sequence select="f:page-mark(., $mark, $words)"/>
    </xsl:element>
  </xsl:template>

  <!-- A line of the source; every fifth that is numbered shows its number. A block begins with a line anyway. -->
  <xsl:template match="lb" mode="m:text" as="element()*">
    <xsl:variable name="begins" as="xs:boolean" select="
        exists(parent::*[self::p or self::ab or self::head or self::line or self::zone])
        and empty(preceding-sibling::node()[normalize-space() or self::*[not(self::pb or self::cb or self::milestone)]])"/>
    <xsl:if test="@break = 'no' and not($begins)"><span class="divided"></span></xsl:if>
    <xsl:if test="not($begins)"><br class="lb"/></xsl:if>
    <xsl:if test="@n castable as xs:integer and xs:integer(@n) mod 5 = 0"><span class="line-number" data-n="{@n}"></span></xsl:if>
  </xsl:template>

  <!-- A word that goes on in the next line has no space where the file has one. -->
  <xsl:variable name="v:has-divided" as="xs:boolean" select="exists((//lb[@break = 'no'])[1])"/>

  <xsl:template match="text()[$v:has-divided][following-sibling::node()[1][self::lb or self::pb or self::cb]/@break = 'no']" mode="m:text" as="text()" priority="1.5">
    <xsl:value-of select="replace(., '\s+$', '')"/>
  </xsl:template>

  <xsl:template match="milestone" mode="m:text" as="element()">
    <xsl:element name="{if (f:among-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(., 'milestone')"/>
      <xsl:if test="f:among-blocks(.) and not(@n)"><xsl:attribute name="role" select="'separator'"/></xsl:if>
      <xsl:value-of select="if (@n) then '[' || @n || ']' else if (f:among-blocks(.)) then '* * *' else ''"/>
    </xsl:element>
  </xsl:template>

  <!-- A place without words: a target for links. -->
  <xsl:template match="anchor" mode="m:text" as="element()">
    <span><xsl:sequence select="f:attributes(., 'anchor')"/></span>
  </xsl:template>

  <!-- Running heads and page furniture of the source: kept, quiet. Labels printed in an archive's record are labels. -->
  <xsl:template match="fw" mode="m:text" as="element()">
    <xsl:element name="{if (f:among-blocks(.)) then f:p-or-div(.) else 'span'}">
      <xsl:sequence select="f:attributes(., 'fw')"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="teiHeader//fw[@type = 'label']" mode="m:text" as="element()?" priority="1">
    <xsl:if test="not(parent::bibl or parent::note)">
      <span class="label">{.}</span>
    </xsl:if>
  </xsl:template>

  <!-- Does a node stand between blocks, not in running text? -->
  <xsl:function name="f:among-blocks" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/parent::*[self::body or self::front or self::back or self::text
        or self::group
        or self::floatingText or self::sp or self::lg or self::titlePage or self::argument or self::epigraph
        or self::castList or self::set or self::performance or self::postscript or self::listBibl or self::figure
        or matches(local-name(), '^div\d?$')])"/>
  </xsl:function>
</xsl:stylesheet>
