<?xml version="1.0" encoding="UTF-8"?>
<!-- Beside the text: its headings, who speaks, what the reader may switch, files to take along. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:mode name="m:rail" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:contents" on-no-match="deep-skip" on-multiple-match="fail"/>

  <!-- The layers of the text that this document has, in the order in which they are offered. -->
  <xsl:variable name="v:layers" as="xs:string*" select="
      ('names'[exists($v:text//(persName | placeName | orgName | rs)[f:entity(.)])],
       'dates'[exists($v:text//(date | time))],
       'quantities'[exists($v:text//measure)],
       'insertions'[exists($v:text//(supplied[not(@reason = 'romanization')] | note[@type = 'gloss']))],
       'romanisation'[exists($v:text//supplied[@reason = 'romanization'])],
       'damage'[exists($v:text//(unclear | choice | damage | sic))],
       'pages'[exists($v:text//fw)],
       'facsimile'[exists($v:pictured)])"/>

  <xsl:variable name="v:text" as="element(text)*" select="/TEI/text"/>

  <!-- Folded before the text on narrow screens, under a line that names what is there; open beside it on wide
       ones. -->
  <xsl:template match="TEI" mode="m:rail" as="element()">
    <xsl:variable name="tools" as="element()*">
      <xsl:where-populated>
        <nav class="tool contents" aria-label="{f:word('contents')}"><xsl:sequence select="fp:contents(.)"/></nav>
      </xsl:where-populated>
      <xsl:sequence select="fp:speakers(.), fp:layers(), fp:files()"/>
    </xsl:variable>
    <aside class="rail" data-pagefind-ignore="all" aria-label="{f:word('rail')}">
      <details class="aids">
        <summary>
          <xsl:for-each select="$tools">
            <xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if>
            <span class="of-{tokenize(@class)[2]}">{*:h2}</span>
          </xsl:for-each>
        </summary>
        <div class="tools"><xsl:sequence select="$tools"/></div>
      </details>
    </aside>
  </xsl:template>

  <!-- Headings: of divisions, of appended texts; none where there are fewer than two. Where the text has
       several pages, these. -->
  <xsl:function name="fp:contents" as="element()*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="entries" as="element()*">
      <xsl:apply-templates select="$document/text[$v:part = 0]" mode="m:contents"/>
    </xsl:variable>
    <xsl:if test="$v:part gt 1">
      <h2>{f:word('contents')}</h2>
      <xsl:sequence select="f:part-list()"/>
    </xsl:if>
    <xsl:if test="count($entries/descendant-or-self::*:li) ge 2">
      <h2>{f:word('contents')}</h2>
      <ol><xsl:sequence select="$entries"/></ol>
    </xsl:if>
  </xsl:function>

  <xsl:template match="text | front | body | back | group" mode="m:contents" as="element()*">
    <xsl:apply-templates mode="m:contents"/>
  </xsl:template>

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5" mode="m:contents" as="element()*">
    <xsl:variable name="head" as="element(head)?" select="head[normalize-space()][1]"/>
    <xsl:variable name="below" as="element()*"><xsl:apply-templates mode="m:contents"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$head">
        <li>
          <a href="{f:to-place($head, f:anchor($head))}">{f:plain($head)}</a>
          <xsl:where-populated><ol><xsl:sequence select="$below"/></ol></xsl:where-populated>
        </li>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$below"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Who speaks, how often, and where first. A script lets the reader follow one voice. -->
  <xsl:function name="fp:speakers" as="element()?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="speeches" as="element(sp)*" select="$document/text//sp[@who or speaker][f:is-shown(.)]"/>
    <xsl:if test="count(distinct-values($speeches ! f:voice(.))) ge 2">
      <nav class="tool speakers" aria-label="{f:word('speakers')}">
        <h2>{f:word('speakers')}</h2>
        <ul>
          <xsl:for-each-group select="$speeches" group-by="f:voice(.)">
            <xsl:variable name="entity" as="element(c:entity)?"
                select="key('v:entity', current-grouping-key(), $context)[1]"/>
            <li>
              <a href="#{f:anchor(.)}" data-voice="{current-grouping-key()}">{
                ($entity/@label ! string(), speaker ! replace(f:plain(.), '[\s:.]+$', ''), current-grouping-key())[1]}</a>
              <span class="count">{f:count('count.turns', count(current-group()))}</span>
            </li>
          </xsl:for-each-group>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- The one whose voice a turn is: the id of the speaker, else the label. -->
  <xsl:function name="f:voice" as="xs:string">
    <xsl:param name="speech" as="element(sp)"/>
    <xsl:sequence select="
        if ($speech/@who) then string-join(f:speaker-ids($speech), ' ')
        else replace(lower-case(f:plain($speech/speaker[1])), '[^\w]+', '-')"/>
  </xsl:function>

  <!-- Shown by its script, since nothing can be switched without it. -->
  <xsl:function name="fp:layers" as="element()?">
    <xsl:if test="exists($v:layers)">
      <form class="tool layers" aria-label="{f:word('layers')}">
        <h2>{f:word('layers')}</h2>
        <xsl:for-each select="$v:layers">
          <label>
            <input type="checkbox" name="{.}">
              <xsl:if test=". = ('romanisation', 'damage') or . = 'facsimile' and $v:pictures-shown"><xsl:attribute name="checked"
                  select="'checked'"/></xsl:if>
            </input>
            <span>{f:word('layer.' || .)}</span>
          </label>
        </xsl:for-each>
      </form>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:files" as="element()">
    <xsl:variable name="id" as="xs:string" select="$context/c:context/@id"/>
    <div class="tool files">
      <h2>{f:word('files')}</h2>
      <ul>
        <li><a href="{f:to($id || '.xml')}" download="{$id}.xml">{f:word('file.tei')}</a></li>
        <li><a href="{f:to($id || '.txt')}" download="{$id}.txt">{f:word('file.text')}</a></li>
        <xsl:if test="$v:edition/@print = 'true'">
          <li><a href="{f:to('../print/' || $id || '.pdf')}">{f:word('file.pdf')}</a></li>
        </xsl:if>
        <xsl:if test="$v:edition/@epub = 'true'">
          <li><a href="{f:to('../epub/' || $id || '.epub')}" type="application/epub+zip">{f:word('file.epub')}</a></li>
        </xsl:if>
        <xsl:for-each select="$v:edition/@report[. ne '']">
          <li><a class="report" href="{fp:report-address(.)}">{f:word('report')}</a></li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:function>

  <!-- Where an error is reported: the address of a mail or of a form, with what it is about filled in. The
       words of the report come last, so that a script can add to them. -->
  <xsl:function name="fp:report-address" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="mail" as="xs:boolean" select="not(matches($address, '^https?:'))"/>
    <xsl:variable name="title" as="xs:string" select="f:document-title($v:source/TEI/teiHeader)"/>
    <xsl:sequence select="
        (if ($mail) then 'mailto:' || replace($address, '^mailto:', '') else $address)
        || (if (contains($address, '?')) then '&amp;' else '?')
        || (if ($mail) then 'subject=' else 'title=') || encode-for-uri(f:word('report.about', map { 'title': $title }))
        || '&amp;body=' || encode-for-uri(($v:base ! (. || $path), $path)[1])"/>
  </xsl:function>
</xsl:stylesheet>
