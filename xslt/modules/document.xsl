<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of a document: its head, the reading aids, the text, the notes, what it touches. -->
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

  <xsl:mode name="m:headline" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="TEI" mode="m:title" as="xs:string">
    <xsl:variable name="date" as="element()?" select="f:document-date(teiHeader)"/>
    <xsl:sequence select="string-join(($v:parts[$v:part gt 1][@current] ! f:part-title(.),
        string-join((fp:title-shown(teiHeader), $date[not(self::title)] ! f:plain(.))[. ne ''], ', ')), ' · ')"/>
  </xsl:template>

  <!-- The title of a document; its id where the header has none. -->
  <xsl:function name="fp:title-shown" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="(f:document-title($header), string($context/c:context/@id))[. ne ''][1]"/>
  </xsl:function>

  <!-- The summary, else the first words of the text. -->
  <xsl:template match="TEI" mode="m:description" as="xs:string?">
    <xsl:variable name="words" as="xs:string?" select="
        (f:plain(teiHeader/profileDesc/abstract[1])[$v:part le 1],
         normalize-space(string-join(subsequence(text/body//p[f:is-shown(.)], 1, 3) ! f:plain(.), ' ')))[. ne ''][1]"/>
    <xsl:sequence select="
        if (empty($words) or string-length($words) le 300) then $words
        else replace(substring($words, 1, 300), '\s\S*$', '') || ' …'"/>
  </xsl:template>

  <xsl:template match="TEI" mode="m:scripts" as="element()*">
    <xsl:sequence select="('aids', 'notes', 'cards', 'layers', 'speakers', 'permalinks', 'citing', 'report'[$v:edition/@report ne ''],
        'facsimile'[exists($v:pictured) or exists($v:text//(graphic | media)[matches(@url, '^https?:')])], 'zones'[$v:has-zones and exists($v:pictured)], 'found') ! f:script(.)"/>
  </xsl:template>

  <!-- The first page of a text leads on to the places that its other pages hold. -->
  <xsl:template match="TEI[$v:part = 1]" mode="m:scripts" as="element()*" priority="1">
    <xsl:next-match/>
    <script defer="defer" src="{f:to('js/parts.js')}" data-places="{f:to($context/c:context/@id || '/places.js')}"></script>
  </xsl:template>

  <xsl:template match="TEI" mode="m:main" as="element()*">
    <article data-pagefind-body="">
      <xsl:attribute name="class" select="'document', 'with-notes'[exists($v:notes)], 'has-pictures'[exists($v:pictured)], 'shows-pictures'[$v:pictures-shown]"/>
      <header class="head"><xsl:sequence select="fp:head(.)"/></header>
      <xsl:apply-templates select="." mode="m:rail"/>
      <div class="text" id="text">
        <xsl:sequence select="f:language((text[@xml:lang], .)[1])"/>
        <xsl:apply-templates select="f:content(.)" mode="m:text"/>
      </div>
      <xsl:sequence select="f:facsimile-pane(), f:note-lists()"/>
    </article>
    <xsl:apply-templates select="." mode="m:surroundings"/>
    <xsl:apply-templates select="teiHeader[$v:part le 1]" mode="m:provenance"/>
    <xsl:apply-templates select="." mode="m:citing"/>
    <xsl:sequence select="fp:pager()"/>
    <div class="card" id="card" role="dialog" hidden="hidden">
      <div class="card-body"></div>
      <p class="card-foot">
        <a class="more" hidden="hidden">{f:word('card.more')}</a>
        <button type="button" class="step" data-step="-1" hidden="hidden" aria-label="{f:word('card.previous')}">←</button>
        <button type="button" class="step" data-step="1" hidden="hidden" aria-label="{f:word('card.next')}">→</button>
      </p>
    </div>
  </xsl:template>

  <!-- Title and facts; of a text that has several pages the contents as well. On its later pages the title
       is the way back; what they hold their first heading says, else their own title. -->
  <xsl:function name="fp:head" as="element()*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:choose>
      <xsl:when test="$v:part gt 1">
        <xsl:variable name="title" as="xs:string" select="$v:parts[@current] ! f:part-title(.)"/>
        <xsl:variable name="heading" as="xs:string" select="f:plain(($document/text//(head | titlePart)[f:is-shown(.)])[1])"/>
        <h1 class="of-part"><a href="{f:to-document($context/c:context/@id)}">{fp:title-shown($document/teiHeader)}</a></h1>
        <xsl:if test="$heading = '' or not(starts-with($title, $heading))"><p class="subtitle">{$title}</p></xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$document/teiHeader" mode="m:headline"/>
        <xsl:apply-templates select="$document/teiHeader" mode="m:facts"/>
        <xsl:apply-templates select="$document/teiHeader/profileDesc/abstract" mode="m:headline"/>
        <xsl:if test="$v:part gt 0">
          <nav class="all-parts" aria-labelledby="all-parts">
            <h2 id="all-parts">{f:word('contents')}</h2>
            <xsl:sequence select="f:part-list()"/>
          </nav>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Genre and place in a larger work, then the title. A heading of the text that repeats the title
       is the title: it is shown once, with its notes. -->
  <xsl:template match="teiHeader" mode="m:headline" as="element()*">
    <xsl:variable name="repeated" as="element(head)?" select="$v:repeated-head"/>
    <xsl:variable name="title" as="element()?" select="($repeated, $v:title)[1]"/>
    <xsl:where-populated>
      <p class="eyebrow"><xsl:sequence select="fp:eyebrow(.)"/></p>
    </xsl:where-populated>
    <h1>
      <xsl:sequence select="$title ! f:id(.), f:language(root(.)/TEI), $title ! f:language(.)"/>
      <xsl:if test="string-length($title) gt 100"><xsl:attribute name="class" select="'long'"/></xsl:if>
      <xsl:apply-templates select="$title/node()" mode="m:text"/>
      <xsl:if test="not(normalize-space($title))">{fp:title-shown(.)}</xsl:if>
    </h1>
    <xsl:for-each select="fileDesc/titleStmt/title[@type = ('sub', 'alt', 'desc') or @level = 's'[empty($context/c:context/c:related[@type = 'host'])]
        or @xml:lang != $v:title/ancestor-or-self::*[@xml:lang][1]/@xml:lang][normalize-space()] except $v:title">
      <p class="subtitle"><xsl:sequence select="f:language(.)"/><xsl:apply-templates mode="m:text"/></p>
    </xsl:for-each>
    <xsl:where-populated>
      <p class="byline"><xsl:sequence select="fp:byline(.)"/></p>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="abstract" mode="m:headline" as="element()">
    <div class="abstract">
      <xsl:sequence select="f:language(root(.)/TEI), f:language(.)"/>
      <xsl:apply-templates select="if (*) then * else node()" mode="m:text"/>
    </div>
  </xsl:template>

  <!-- The first heading of the text, where it says what the title says. -->
  <xsl:variable name="v:repeated-head" as="element(head)?" select="
      (/TEI/text/body/head)[1][f:same-letters(., $v:title)]"/>

  <xsl:variable name="v:title" as="element(title)?" select="f:title-element(/TEI/teiHeader)"/>

  <!-- Do two elements say the same, but for punctuation, white space and capitals? -->
  <xsl:function name="f:same-letters" as="xs:boolean">
    <xsl:param name="one" as="element()"/>
    <xsl:param name="other" as="element()?"/>
    <xsl:variable name="letters" as="xs:string*"
        select="($one, $other) ! lower-case(replace(f:plain(.), '[\s\p{P}]', ''))"/>
    <xsl:sequence select="$letters[1] = $letters[2]"/>
  </xsl:function>

  <xsl:template match="head[. is $v:repeated-head]" mode="m:text" priority="5" as="empty-sequence()"/>

  <!-- The date that ends a title stands on a line of its own; the comma before it is then not needed. -->
  <xsl:template match="title/date[f:ends-title(.)] | body/head/date[f:ends-title(.)]" mode="m:text" priority="2"
      as="element()">
    <span class="title-date"><xsl:next-match/></span>
  </xsl:template>

  <xsl:template match="teiHeader//title/text()[following-sibling::node()[1][self::date[f:ends-title(.)]]]
      | body/head/text()[following-sibling::node()[1][self::date[f:ends-title(.)]]]" mode="m:text" as="node()*">
    <xsl:variable name="comma" as="xs:string" select="replace(., '^.*[^,\s]', '', 's')"/>
    <xsl:value-of select="substring(., 1, string-length() - string-length($comma))"/>
    <span class="title-comma">{$comma}</span>
  </xsl:template>

  <xsl:function name="f:ends-title" as="xs:boolean">
    <xsl:param name="date" as="element(date)"/>
    <xsl:variable name="title" as="element()" select="$date/.."/>
    <xsl:sequence select="($title/self::title/parent::titleStmt or $title is $v:repeated-head)
        and empty($date/following-sibling::node()[normalize-space()][not(self::note)])
        and exists($date/preceding-sibling::node())"/>
  </xsl:function>

  <xsl:function name="fp:eyebrow" as="node()*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="genre" as="xs:string?" select="f:genre($header)"/>
    <xsl:if test="$genre">
      <a class="genre" href="{f:to('documents-genre.html')}#{f:genre-id($genre)}">{f:word-or('genre.' || $genre, $genre)}</a>
    </xsl:if>
    <xsl:for-each select="$context/c:context/c:related[@type = 'host'][1]">
      <xsl:text> </xsl:text>
      <span class="host">{f:word(if (@position) then 'document-number-of' else 'part-of',
          map { 'n': string(@position) })} <a href="{f:to-document(@id)}">{@title}</a></span>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:byline" as="node()*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="byline" as="element(byline)?"
        select="($header/../text/body/byline, $header/../text/front//byline)[1]"/>
    <xsl:if test="empty($byline)">
      <xsl:for-each select="$header/fileDesc/titleStmt/author">
        <xsl:if test="position() gt 1">{f:word('list.separator')}</xsl:if>
        <xsl:apply-templates select="." mode="m:text"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <!-- What kind of document it is: 'cable', 'minutes' … -->
  <xsl:function name="f:genre" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="($header/../text/@type, $header//textClass/catRef/@target ! substring-after(., '#'))[. ne ''][1] ! string()"/>
  </xsl:function>

  <!-- The anchor of a genre in the list of documents by genre. -->
  <xsl:function name="f:genre-id" as="xs:string">
    <xsl:param name="genre" as="xs:string"/>
    <xsl:sequence select="'genre-' || (lower-case(replace($genre, '\s+', '-')))"/>
  </xsl:function>

  <xsl:function name="fp:document-link" as="element()?">
    <xsl:param name="document" as="element()?"/>
    <xsl:for-each select="$document">
      <a class="{local-name()}" rel="{if (self::c:previous) then 'prev' else 'next'}" href="{f:to-document(@id)}">
        <span class="way">{f:word('pager.' || local-name())}</span>
        <span class="name">{@title}</span>
        <xsl:for-each select="@when"><span class="when">{f:date(.)}</span></xsl:for-each>
      </a>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:part-link" as="element()?">
    <xsl:param name="way" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:for-each select="$v:parts[$number]">
      <a class="{$way}" rel="{if ($way = 'previous') then 'prev' else 'next'}" href="{f:to-part(.)}">
        <span class="way">{f:word('pager.part.' || $way)}</span>
        <span class="name">{f:part-title(.)}</span>
      </a>
    </xsl:for-each>
  </xsl:function>

  <!-- To the parts before and after this one; from the first and the last, to the documents before and after. -->
  <xsl:function name="fp:pager" as="element()?">
    <xsl:where-populated>
      <nav class="pager" aria-label="{f:word('pager')}">
        <xsl:sequence select="(fp:part-link('previous', $v:part - 1), fp:document-link($context/c:context/c:previous[$v:part le 1])),
            (fp:part-link('next', $v:part + 1), fp:document-link($context/c:context/c:next[$v:part = count($v:parts)]))"/>
      </nav>
    </xsl:where-populated>
  </xsl:function>
</xsl:stylesheet>
