<?xml version="1.0" encoding="UTF-8"?>
<!--
  Where a text that is too long for one page is divided. The record says it, and every page obeys: so the
  pages of a text, and all that links into it, agree.

  The text is laid open to its divisions, and these to theirs, until no piece is longer than a page. A
  division of some length begins a page; pieces in between are put together, as many as a page holds.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Words that a page holds; 0 leaves every text on one page. -->
  <xsl:param name="page-words" as="xs:string" select="'0'"/>
  <xsl:variable name="v:page-words" as="xs:integer" select="xs:integer($page-words)"/>

  <!-- A division that is shorter does not begin a page of its own. -->
  <xsl:variable name="v:least-words" as="xs:integer" select="$v:page-words idiv 10"/>

  <xsl:variable name="v:pieces" as="element()*"
      select="if ($v:page-words gt 0 and count(/TEI/text) = 1) then fp:pieces(/TEI/text) else ()"/>

  <!-- The numbers of the pieces that begin a page. -->
  <xsl:variable name="v:first-pieces" as="xs:integer*">
    <xsl:iterate select="$v:pieces">
      <xsl:param name="words" as="xs:integer" select="0"/>
      <xsl:variable name="own" as="xs:integer" select="fp:words(.)"/>
      <xsl:variable name="division" as="element()?" select="fp:division-begun(.)"/>
      <xsl:variable name="begins" as="xs:boolean" select="
          position() = 1 or $words gt 0 and $words + $own gt $v:page-words
          or $division and $words ge $v:least-words and fp:words($division) ge $v:least-words"/>
      <xsl:sequence select="if ($begins) then position() else ()"/>
      <xsl:next-iteration>
        <xsl:with-param name="words" select="if ($begins) then $own else $words + $own"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:variable>

  <!-- The elements with which the pages begin; none where one page is enough. -->
  <xsl:variable name="v:starts" as="element()*" select="
      if (count($v:first-pieces) gt 1) then (/TEI/text, (for $n in tail($v:first-pieces) return fp:earliest($v:pieces[$n]))) else ()"/>

  <xsl:function name="f:parts" as="element(c:part)*">
    <xsl:for-each select="$v:starts">
      <xsl:variable name="number" as="xs:integer" select="position()"/>
      <xsl:variable name="pieces" as="element()*" select="subsequence($v:pieces, $v:first-pieces[$number],
          ($v:first-pieces[$number + 1], count($v:pieces) + 1)[1] - $v:first-pieces[$number])"/>
      <c:part name="{f:part-name(.)}" place="{count(preceding::* | ancestor-or-self::*)}"
          title="{fp:part-title($pieces)}" of="{fp:heading-above($pieces[1])}" ids="{$pieces/descendant-or-self::*/@xml:id}">
        <xsl:for-each select="'p', 'h', 'i', 's', 'n', 'l'">
          <xsl:attribute name="{.}" select="fp:numbered-before($pieces[1], .)"/>
        </xsl:for-each>
      </c:part>
    </xsl:for-each>
  </xsl:function>

  <!-- The name of the page that holds a node: the id of the division it begins with, else its number.
       The first page, which is the document's own, has none. -->
  <xsl:function name="f:part-name" as="xs:string?">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="number" as="xs:integer" select="count($v:starts[not(. >> $node)])"/>
    <xsl:sequence select="
        if ($number le 1) then ()
        else ($v:starts[$number]/@xml:id[matches(., '^[A-Za-z][A-Za-z0-9_.-]*$')], string($number))[1]"/>
  </xsl:function>

  <!-- How many blocks that are numbered with that letter stand before a piece. -->
  <xsl:function name="fp:numbered-before" as="xs:integer">
    <xsl:param name="piece" as="element()"/>
    <xsl:param name="letter" as="xs:string"/>
    <xsl:variable name="itself" as="xs:integer"
        select="if (fp:is-block($piece) and $v:letters(local-name($piece)) = $letter) then 1 else 0"/>
    <xsl:sequence select="($piece/accumulator-before('v:numbers')($letter), 0)[1] - $itself"/>
  </xsl:function>

  <xsl:function name="fp:pieces" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/* and matches(local-name($element), '^(text|group|front|body|back|div\d?)$') and fp:words($element) gt $v:page-words)
        then $element/* ! fp:pieces(.) else $element"/>
  </xsl:function>

  <xsl:function name="fp:words" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="count(tokenize($element))"/>
  </xsl:function>

  <!-- The division that a piece is, or that was laid open and begins with it. -->
  <xsl:function name="fp:division-begun" as="element()?">
    <xsl:param name="piece" as="element()"/>
    <xsl:sequence select="
        if (matches(local-name($piece), '^(div\d?|text|front|body|back)$')) then $piece
        else if (empty($piece/preceding-sibling::*)) then $piece/parent::*[matches(local-name(), '^(div\d?|back)$')] else ()"/>
  </xsl:function>

  <!-- A page begins with what stands before its first piece and belongs to it: the break of a page of the
       source, and the beginning of the division. -->
  <xsl:function name="fp:earliest" as="element()">
    <xsl:param name="piece" as="element()"/>
    <xsl:variable name="before" as="element()?" select="$piece/preceding-sibling::*[1]"/>
    <xsl:sequence select="
        if ($before[self::pb or self::cb or self::gb or self::fw or self::milestone]) then fp:earliest($before)
        else if (empty($before) and $piece/parent::*[not(self::text)]) then fp:earliest($piece/..)
        else $piece"/>
  </xsl:function>

  <!-- The first heading within a division, with those that stand right below it. -->
  <xsl:function name="fp:heading" as="xs:string?">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="first" as="element(head)?" select="($division//head)[1]"/>
    <xsl:sequence select="if (empty($first)) then fp:number-of($division) else $first ! string-join((., following-sibling::head[every $between in preceding-sibling::*[. >> $first] satisfies $between/self::head]) ! f:plain(.)[. ne ''], '. ')"/>
  </xsl:function>

  <!-- What a division without a heading is called: 'book 3'. -->
  <xsl:function name="fp:number-of" as="xs:string?">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="kind" as="xs:string?"
        select="($division/@subtype, $division/@type)[not(lower-case(.) = ('textpart', 'edition', 'part'))][1] ! string()"/>
    <xsl:sequence select="$division/@n[string-length(.) lt 12] ! string-join(($kind, .), ' ')"/>
  </xsl:function>

  <!-- The heading under which a piece stands that has none. -->
  <xsl:function name="fp:heading-above" as="xs:string">
    <xsl:param name="piece" as="element()"/>
    <xsl:sequence select="(($piece/ancestor::*[head][1]/head[1] ! f:plain(.), reverse($piece/ancestor::*) ! fp:number-of(.))[. ne ''], '')[1]"/>
  </xsl:function>

  <!-- 'Book Two. Chapter 1 – Chapter 3': the headings of a page's divisions, the headwords of a dictionary. -->
  <xsl:function name="fp:part-title" as="xs:string">
    <xsl:param name="pieces" as="element()*"/>
    <xsl:variable name="above" as="element(head)?" select="$pieces[1]/self::head"/>
    <xsl:variable name="titles" as="xs:string*" select="
        ($pieces except $above) ! (self::*[matches(local-name(), '^(div\d?|front|back|body|text|group)$')] ! fp:heading(.),
            (.//titlePart, descendant-or-self::*[self::entry or self::entryFree]//orth)[1] ! f:plain(.))[. ne ''][1]"/>
    <xsl:variable name="range" as="xs:string" select="string-join(($titles[1], $titles[last()][count($titles) gt 1]), ' – ')"/>
    <xsl:variable name="title" as="xs:string" select="string-join(($above ! f:plain(.), $range)[. ne ''], '. ')"/>
    <xsl:sequence select="if (string-length($title) le 120) then $title else replace(substring($title, 1, 120), '\s\S*$', '') || ' …'"/>
  </xsl:function>
</xsl:stylesheet>
