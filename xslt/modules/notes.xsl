<?xml version="1.0" encoding="UTF-8"?>
<!-- Footnotes and apparatus: the mark in the text, and the list that a wide screen sets beside it. Other notes stand where they are. -->
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

  <xsl:variable name="v:inline-notes" as="xs:string*" select="('gloss', 'unclear', 'sic')"/>

  <!-- The footnotes and readings of the text, in order; and those of the part that this page shows. -->
  <xsl:variable name="v:all-notes" as="element()*"
      select="//text//(note[f:is-footnote(.)] | app[f:has-readings(.)])"/>
  <xsl:variable name="v:notes" as="element()*" select="$v:all-notes[f:is-shown(.)]"/>

  <!-- The mark of each, by generate-id(): the printed one, else its number among those that have none or
       are numbered, told apart from a printed one that is the same; a letter for readings. -->
  <xsl:variable name="v:marks" as="map(xs:string, xs:string)">
    <xsl:variable name="printed" as="xs:string*" select="$v:all-notes[self::note]/@n/normalize-space()"/>
    <xsl:map>
      <xsl:for-each select="$v:all-notes[self::note][f:has-sign(.)]">
        <xsl:map-entry key="generate-id()" select="normalize-space(@n)"/>
      </xsl:for-each>
      <xsl:for-each select="$v:all-notes[self::note][not(f:has-sign(.))]">
        <xsl:variable name="number" as="xs:string" select="string(position())"/>
        <xsl:map-entry key="generate-id()"
            select="(@n/normalize-space()[. ne ''], $number[not(. = $printed)], $number || '′')[1]"/>
      </xsl:for-each>
      <xsl:for-each select="$v:all-notes[not(self::note)]">
        <xsl:map-entry key="generate-id()" select="format-integer(position(), 'a')"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- Is a note marked by a sign such as an asterisk, which is outside the count? -->
  <xsl:function name="f:has-sign" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="matches($note/@n, '\S') and not(matches($note/@n, '\d'))"/>
  </xsl:function>

  <!-- A note is a footnote if it is placed apart from the text, or stands within a paragraph without a reason to be read there. -->
  <xsl:function name="f:is-footnote" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="$note/self::note and exists($note/ancestor::text) and empty($note/(parent::app | parent::rdgGrp))
        and not($note/@type = $v:inline-notes or $note/@type = ('source', 'status') and fp:stands-alone($note))
        and ($note/@place = ('foot', 'bottom', 'end', 'margin', 'left', 'right', 'opposite')
            or not($note/@place = ('inline', 'above', 'below', 'block')) and not(fp:stands-alone($note)))"/>
  </xsl:function>

  <xsl:function name="fp:stands-alone" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="f:among-blocks($note) or exists($note/parent::*[self::list or self::table or self::row
        or self::person or self::place or self::org or self::event or self::figure or self::biblStruct or self::monogr or self::analytic])"/>
  </xsl:function>

  <!-- The mark -->

  <xsl:template match="note[f:is-footnote(.)]" mode="m:text" as="element()" priority="3">
    <xsl:sequence select="if (fp:stands-alone(.)) then fp:lone-mark(.) else f:mark(.)"/>
  </xsl:template>

  <xsl:function name="f:mark" as="element()">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="mark" as="xs:string" select="$v:marks(generate-id($note))"/>
    <sup class="mark">
      <a href="#{f:note-id($note)}" id="{f:note-id($note)}.mark" role="doc-noteref"
          aria-label="{f:word(if ($note/self::app) then 'reading.mark' else 'note.mark', map { 'n': $mark })}">{$mark}</a>
    </sup>
  </xsl:function>

  <xsl:function name="fp:lone-mark" as="element()">
    <xsl:param name="note" as="element()"/>
    <xsl:element name="{if ($note/(parent::list | parent::table | parent::row)) then 'span' else 'p'}">
      <xsl:attribute name="class" select="'lone-mark'"/>
      <xsl:sequence select="f:mark($note)"/>
    </xsl:element>
  </xsl:function>

  <xsl:function name="f:note-id" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="
        if ($note/@xml:id) then string($note/@xml:id)
        else if ($note/self::note and empty($note/ancestor::note)) then f:anchor($note)
        else string-join(('note', $v:marks(generate-id($note)), 'in', f:anchor($note)), '.')"/>
  </xsl:function>

  <!-- The lists -->

  <xsl:function name="f:note-lists" as="element()*">
    <xsl:if test="$v:notes">
      <section class="notes" aria-labelledby="note-list">
        <h2 id="note-list">{f:word('notes')}</h2>
        <ol lang="{f:language-tag(($v:text/@xml:lang, $v:text/../@xml:lang, $v:language)[1])}">
          <xsl:for-each select="$v:notes">
            <li id="{f:note-id(.)}">
              <xsl:sequence select="f:language(.)"/>
              <xsl:if test="self::app"><xsl:attribute name="class" select="'reading'"/></xsl:if>
              <a class="mark" href="#{f:note-id(.)}.mark" role="doc-backlink"
                  aria-label="{f:word('note.back', map { 'n': $v:marks(generate-id()) })}">{$v:marks(generate-id())}</a>
              <xsl:text> </xsl:text>
              <div class="note-body">
                <xsl:apply-templates select="." mode="m:note"/>
                <xsl:sequence select="fp:doubt(.)"/>
              </div>
            </li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:mode name="m:note" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="note" mode="m:note" as="node()*">
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>

  <!-- Where the mark of a note was lost and its place is not sure, the reader is told. -->
  <xsl:function name="fp:doubt" as="element()?">
    <xsl:param name="note" as="element()"/>
    <xsl:if test="$note/@cert = ('medium', 'low', 'unknown')">
      <span class="doubt" lang="{$v:language}">{f:word('note.place-inferred.' || $note/@cert)}</span>
    </xsl:if>
  </xsl:function>

  <!-- Notes that stand where they are -->

  <xsl:template match="note" mode="m:text" as="element()">
    <xsl:element name="{if (fp:stands-alone(.)) then f:p-or-div(.) else f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., 'note')"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- An editor's or translator's explanation, in the brackets that it had. -->
  <xsl:template match="note[@type = $v:inline-notes]" mode="m:text" as="element()" priority="2">
    <xsl:element name="{if (f:among-blocks(.)) then f:p-or-div(.) else f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., 'note')"/>
      <xsl:sequence select="f:open('[')"/>
      <xsl:choose>
        <xsl:when test="normalize-space()"><xsl:apply-templates mode="m:text"/></xsl:when>
        <xsl:otherwise>{f:word('note.' || @type)}</xsl:otherwise>
      </xsl:choose>
      <xsl:sequence select="f:close(']')"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="noteGrp" mode="m:text" as="node()*">
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>
</xsl:stylesheet>
