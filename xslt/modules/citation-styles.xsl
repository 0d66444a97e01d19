<?xml version="1.0" encoding="UTF-8"?>
<!--
  A document cited in the styles that readers are asked for: Chicago's notes and author-date (18th edition), MLA (9th),
  APA (7th), ISO 690 (2021). Each takes the facts of a citation and gives its words; what a script changes for a
  passage are .passage and .address. A name is turned round only where the edition knows which part is the family's.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:variable name="v:styles" as="xs:string*" select="'chicago-notes', 'chicago-author-date', 'mla', 'apa', 'iso690'"/>

  <xsl:variable name="v:style-names" as="map(xs:string, xs:string)" select="map {
      'chicago-notes': f:word('style.chicago-notes'), 'chicago-author-date': f:word('style.chicago-author-date'),
      'mla': 'MLA', 'apa': 'APA', 'iso690': 'ISO 690' }"/>

  <!-- The citation in a style. -->
  <xsl:function name="f:cited-as" as="node()*">
    <xsl:param name="style" as="xs:string"/>
    <xsl:param name="facts" as="map(xs:string, xs:string*)"/>
    <xsl:variable name="make" as="function(map(xs:string, xs:string*)) as node()*" select="map {
        'chicago-notes': f:note-of#1, 'chicago-author-date': fp:author-date#1, 'mla': fp:mla#1, 'apa': fp:apa#1,
        'iso690': fp:iso690#1 }($style)"/>
    <xsl:sequence select="$make($facts)"/>
  </xsl:function>

  <!-- The authors as they are filed: 'Varga, Orla'; in the order of f:authors. -->
  <xsl:function name="f:filed-authors" as="xs:string*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="authors" as="element()*" select="$header/fileDesc/titleStmt/author"/>
    <xsl:variable name="senders" as="element()*"
        select="$header/profileDesc/correspDesc/correspAction[@type = 'sent']/(persName | orgName)"/>
    <xsl:sequence select="(if ($authors) then $authors else $senders)
        ! ((descendant-or-self::*[@ref])[1] ! f:entity(.) ! @filed/string(), f:plain(.))[1]"/>
  </xsl:function>

  <!-- Varga, Orla, and Pavel Ilin. 1931. “Title.” In Edition, edited by Editors. Publisher, 2 March. Shelfmark, archive. Address. -->
  <xsl:function name="fp:author-date" as="node()*">
    <xsl:param name="facts" as="map(xs:string, xs:string*)"/>
    <xsl:variable name="people" as="xs:string?" select="fp:people-in-text($facts, 6)"/>
    <xsl:variable name="title" as="xs:string" select="fp:quoted($facts?title)"/>
    <xsl:variable name="year" as="xs:string" select="fp:ended((fp:year($facts), f:word('cite.undated'))[1])"/>
    <xsl:variable name="day" as="xs:string?" select="$facts?date[matches(., '^\d{4}-\d\d')] ! f:date(replace(., '^\d{4}', '-'))"/>
    <xsl:text>{string-join(($people ! fp:ended(.), $year[$people], $title, $year[empty($people)], f:word('cite.in.first')), ' ')} </xsl:text>
    <cite>{$facts?edition}</cite>
    <xsl:text>{fp:editors($facts)[exists($facts?editors)] ! (', ' || .)}. {string-join(($facts?publisher, $day), ', ')}</xsl:text>
    <span class="passage" data-before=", "></span>
    <xsl:text>{'.'[exists(($facts?publisher, $day))]}{string-join(($facts?shelfmark, $facts?repository), ', ')[. ne ''] ! (' ' || fp:ended(.))}</xsl:text>
    <xsl:sequence select="fp:address($facts, ' ', '.')"/>
  </xsl:function>

  <!-- Varga, Orla. “Title.” Edition, edited by Editors, Publisher, 2 Mar. 1931, Archive, shelfmark, address. -->
  <xsl:function name="fp:mla" as="node()*">
    <xsl:param name="facts" as="map(xs:string, xs:string*)"/>
    <xsl:text>{string-join((fp:people-in-text($facts, 2) ! fp:ended(.), fp:quoted($facts?title)), ' ')} </xsl:text>
    <cite>{$facts?edition}</cite>
    <xsl:text>{string-join((fp:editors($facts)[exists($facts?editors)], $facts?publisher, $facts?date ! fp:short-date(.),
        $facts?repository, $facts?shelfmark)[. ne ''] ! (', ' || .))}</xsl:text>
    <span class="passage" data-before=", "></span>
    <xsl:sequence select="fp:address($facts, ', ', ''), f:text('.')"/>
  </xsl:function>

  <!-- Varga, O. (1931, March 2). Title. In Editors (Ed.), Edition. Publisher. Archive (shelfmark). Address -->
  <xsl:function name="fp:apa" as="node()*">
    <xsl:param name="facts" as="map(xs:string, xs:string*)"/>
    <xsl:variable name="people" as="xs:string?" select="fp:joined($facts?filed ! fp:with-initials(.), f:word('cite.and.apa'), 20)"/>
    <xsl:variable name="date" as="xs:string" select="'(' || ($facts?date ! fp:year-first(.), f:word('cite.undated'))[1] || ').'"/>
    <xsl:variable name="title" as="xs:string" select="fp:ended($facts?title)"/>
    <xsl:text>{string-join(($people ! fp:ended(.), $date[$people], $title, $date[empty($people)], f:word('cite.in.first')), ' ')} </xsl:text>
    <xsl:for-each select="string-join($facts?editors, ', ')[. ne '']">
      <xsl:text>{f:word(if (count($facts?editors) gt 1) then 'cite.editors.apa' else 'cite.editor.apa', map { 'names': . })}, </xsl:text>
    </xsl:for-each>
    <cite>{$facts?edition}</cite>
    <span class="passage" data-before=", "></span>
    <xsl:text>.{$facts?publisher ! (' ' || fp:ended(.))}{string-join(($facts?repository, $facts?shelfmark ! ('(' || . || ')')), ' ')[. ne ''] ! (' ' || fp:ended(.))}</xsl:text>
    <xsl:sequence select="fp:address($facts, ' ', '')"/>
  </xsl:function>

  <!-- VARGA, Orla. Title. Online. In: Editors (ed.), Edition. Publisher, 2 March 1931. Archive, shelfmark. Available from: address. -->
  <xsl:function name="fp:iso690" as="node()*">
    <xsl:param name="facts" as="map(xs:string, xs:string*)"/>
    <xsl:variable name="people" as="xs:string?"
        select="fp:joined($facts?filed ! fp:with-capitals(.), f:word('cite.and'), 20)"/>
    <xsl:text>{string-join(($people, $facts?title, f:word('cite.online')) ! fp:ended(.), ' ')} {f:word('cite.in.first')}: </xsl:text>
    <xsl:for-each select="string-join($facts?editors, f:word('cite.and'))[. ne '']">
      <xsl:text>{f:word('cite.editor.iso', map { 'names': . })}, </xsl:text>
    </xsl:for-each>
    <cite>{$facts?edition}</cite>
    <span class="passage" data-before=", "></span>
    <xsl:text>.{string-join((
        string-join(($facts?publisher, ($facts?date ! f:date(.), f:word('cite.undated'))[1]), ', '),
        string-join(($facts?repository, $facts?shelfmark), ', '))[. ne ''] ! (' ' || fp:ended(.)))}</xsl:text>
    <xsl:sequence select="fp:address($facts, ' ' || f:word('cite.available') || ' ', '.')"/>
  </xsl:function>

  <!-- The address of the page, with what stands around it where there is one. -->
  <xsl:function name="fp:address" as="element()">
    <xsl:param name="facts" as="map(xs:string, xs:string*)"/>
    <xsl:param name="before" as="xs:string"/>
    <xsl:param name="after" as="xs:string"/>
    <span class="address" data-before="{$before}" data-after="{$after}">{$facts?url ! ($before || . || $after)}</span>
  </xsl:function>

  <!-- 'Varga, Orla, and Pavel Ilin': the first as filed, the others as they are called. -->
  <xsl:function name="fp:people-in-text" as="xs:string?">
    <xsl:param name="facts" as="map(xs:string, xs:string*)"/>
    <xsl:param name="most" as="xs:integer"/>
    <xsl:variable name="others" as="xs:string*" select="tail($facts?authors)"/>
    <xsl:variable name="and" as="xs:string" select="
        (','[contains($facts?filed[1], ',') or count($others) gt 1], '')[1] || f:word('cite.and')"/>
    <xsl:sequence select="fp:joined(($facts?filed[1], $others), $and, $most)"/>
  </xsl:function>

  <!-- Names with commas between and a word before the last; of more than so many, the first alone. -->
  <xsl:function name="fp:joined" as="xs:string?">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:param name="and" as="xs:string"/>
    <xsl:param name="most" as="xs:integer"/>
    <xsl:variable name="all" as="xs:string*" select="$names[normalize-space()]"/>
    <xsl:sequence select="
        if (empty($all)) then ()
        else if (count($all) gt $most) then $all[1] || f:word('cite.others')
        else string-join(($all[position() lt last()] => string-join(', '), $all[last()])[. ne ''], $and)"/>
  </xsl:function>

  <!-- 'Varga, Orla Maria' → 'Varga, O. M.'; a name whose parts are not known stays whole. -->
  <xsl:function name="fp:with-initials" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="given" as="xs:string*" select="tokenize(substring-after($name, ','))"/>
    <xsl:sequence select="
        if (empty($given)) then $name
        else substring-before($name, ',') || ', ' || string-join($given ! (substring(., 1, 1) || '.'), ' ')"/>
  </xsl:function>

  <!-- 'Varga, Orla' → 'VARGA, Orla' -->
  <xsl:function name="fp:with-capitals" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($name, ',')"/>
    <xsl:sequence select="string-join((upper-case($parts[1]), tail($parts)), ',')"/>
  </xsl:function>

  <xsl:function name="fp:editors" as="xs:string">
    <xsl:param name="facts" as="map(xs:string, xs:string*)"/>
    <xsl:sequence select="f:word('cite.edited-by', map { 'names': string-join($facts?editors, f:word('cite.and')) })"/>
  </xsl:function>

  <!-- A title in quotation marks, its full stop within them; a question mark stands for one. -->
  <xsl:function name="fp:quoted" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:variable name="bare" as="xs:string" select="replace($title, '[.,;:]+$', '')"/>
    <xsl:variable name="quoted" as="xs:string" select="f:word('cite.title.full', map { 'title': $bare })"/>
    <xsl:sequence select="if (matches($bare, '[?!]$')) then replace($quoted, '\.', '', 'q') else $quoted"/>
  </xsl:function>

  <xsl:function name="fp:ended" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="if (matches($words, '[.?!。]$')) then $words else $words || '.'"/>
  </xsl:function>

  <xsl:function name="fp:year" as="xs:string?">
    <xsl:param name="facts" as="map(xs:string, xs:string*)"/>
    <xsl:sequence select="$facts?date ! replace(., '^(-?\d{4,}).*$', '$1')"/>
  </xsl:function>

  <!-- '2 Mar. 1931' -->
  <xsl:function name="fp:short-date" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:variable name="month" as="xs:string?" select="replace($date, '^\d{4}-(\d\d).*$', '$1')[matches($date, '^\d{4}-\d\d')]"/>
    <xsl:sequence select="
        if ($month) then replace(f:date($date), f:word('month.' || number($month)), f:word('month.short.' || number($month)), 'q')
        else f:date($date)"/>
  </xsl:function>

  <!-- '1931, March 2' -->
  <xsl:function name="fp:year-first" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($date, '-')[. castable as xs:integer]"/>
    <xsl:sequence select="
        if (not(matches($date, '^\d{4}-\d\d'))) then f:date($date)
        else f:word(if (count($parts) gt 2) then 'cite.date.apa.d' else 'cite.date.apa.m', map {
            'y': $parts[1], 'm': f:word('month.' || number($parts[2])), 'd': ($parts[3] ! string(number(.)), '')[1] })"/>
  </xsl:function>

  <xsl:function name="f:text" as="text()">
    <xsl:param name="words" as="xs:string"/>
    <xsl:value-of select="$words"/>
  </xsl:function>
</xsl:stylesheet>
