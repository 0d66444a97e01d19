<?xml version="1.0" encoding="UTF-8"?>
<!--
  Plain text of TEI: for records, titles of pages, tables of contents and descriptions. The brackets of
  editors are put back, a correction stands for what it corrects, notes and page furniture are left out.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:mode name="m:plain" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <!-- The text of an element, white space folded. -->
  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="node" as="node()?"/>
    <xsl:value-of select="normalize-space(string-join(f:plain-of($node)))"/>
  </xsl:function>

  <xsl:function name="f:plain-of" as="xs:string*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="text" as="node()*">
      <xsl:apply-templates select="$nodes" mode="m:plain"/>
    </xsl:variable>
    <xsl:sequence select="$text ! string()"/>
  </xsl:function>

  <!-- A block as one string, and where in it each of its text nodes begins, by generate-id(). With it
       the words around any number of places in a block are read off without walking it again. -->
  <xsl:function name="f:run" as="map(xs:string, item())">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="pieces" as="text()*" select="f:pieces($block)"/>
    <xsl:variable name="strings" as="xs:string*" select="$pieces ! f:piece(.)"/>
    <xsl:map>
      <xsl:map-entry key="'text'" select="string-join($strings)"/>
      <xsl:map-entry key="'starts'">
        <xsl:map>
          <xsl:iterate select="$pieces">
            <xsl:param name="start" as="xs:integer" select="1"/>
            <xsl:variable name="index" as="xs:integer" select="position()"/>
            <xsl:map-entry key="generate-id()" select="$start"/>
            <xsl:next-iteration>
              <xsl:with-param name="start" select="$start + string-length($strings[$index])"/>
            </xsl:next-iteration>
          </xsl:iterate>
        </xsl:map>
      </xsl:map-entry>
    </xsl:map>
  </xsl:function>

  <!-- At most $width characters of a run before $node; '…' where it was cut, at a word. -->
  <xsl:function name="f:words-before" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="run" as="map(xs:string, item())"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:variable name="end" as="xs:integer"
        select="(($node//text() ! $run?starts(generate-id())), 1)[1]"/>
    <xsl:variable name="text" as="xs:string"
        select="replace(substring($run?text, $end - 2 * $width, 2 * $width), '\s+', ' ')"/>
    <xsl:variable name="length" as="xs:integer" select="string-length($text)"/>
    <xsl:sequence select="if ($length le $width) then $text
        else '…' || replace(substring($text, $length - $width), '^\S*\s', '')"/>
  </xsl:function>

  <!-- At most $width characters of a run after $node; '…' where it was cut, at a word. -->
  <xsl:function name="f:words-after" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="run" as="map(xs:string, item())"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:variable name="last" as="text()?" select="($node//text()[map:contains($run?starts, generate-id())])[last()]"/>
    <xsl:variable name="start" as="xs:integer"
        select="if ($last) then $run?starts(generate-id($last)) + string-length(f:piece($last)) else 1"/>
    <xsl:variable name="text" as="xs:string" select="replace(substring($run?text, $start, 2 * $width), '\s+', ' ')"/>
    <xsl:sequence select="if (string-length($text) le $width) then $text
        else replace(substring($text, 1, $width), '\s\S*$', '') || ' …'"/>
  </xsl:function>

  <!-- The text nodes of a block that a reader reads in it; a note is a block of its own. -->
  <xsl:function name="f:pieces" as="text()*">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="$block//text()[not(ancestor::fw or ancestor::corr or ancestor::reg or ancestor::expan)]
        [not(ancestor::note[not(. is $block)][not(@type = ('gloss', 'unclear', 'sic'))][ancestor::*[. is $block]])]"/>
  </xsl:function>

  <xsl:function name="f:piece" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="bracket" as="element()?" select="$text/ancestor::*[self::supplied or self::note][1][self::supplied or @type = ('gloss', 'unclear', 'sic')]"/>
    <xsl:sequence select="
        (if ($bracket and ($bracket//text())[1] is $text) then '[' else '')
        || $text
        || (if ($bracket and ($bracket//text())[last()] is $text) then ']' else '')"/>
  </xsl:function>

  <xsl:template match="space" mode="m:plain" as="text()"><xsl:text> </xsl:text></xsl:template>

  <xsl:template match="note | fw | choice/(corr | reg | expan)" mode="m:plain" as="empty-sequence()"/>

  <xsl:template match="supplied | note[@type = ('gloss', 'unclear', 'sic')]" mode="m:plain" as="node()*" priority="1">
    <xsl:text>[</xsl:text><xsl:apply-templates mode="m:plain"/><xsl:text>]</xsl:text>
  </xsl:template>

  <!-- White space between words that are marked one by one (w, pc, c) is the file's own where the text's is marked
       as well; before a mark of punctuation it always is. -->
  <xsl:variable name="v:has-tokens" as="xs:boolean" select="exists((//pc, //w)[1])"/>

  <xsl:function name="f:between-tokens" as="xs:boolean">
    <xsl:param name="space" as="text()"/>
    <xsl:variable name="before" as="element()?" select="$space/preceding-sibling::node()[1]/(self::w | self::pc | self::c)"/>
    <xsl:variable name="after" as="element()?" select="$space/following-sibling::node()[1]/(self::w | self::pc | self::c)"/>
    <xsl:sequence select="
        if ($space/../c[not(normalize-space())]) then exists($before) or exists($after)
        else exists($after/self::pc[not(matches(., '^[\p{Ps}\p{Pi}]'))]) or exists($before/self::pc[matches(., '^[\p{Ps}\p{Pi}]')])"/>
  </xsl:function>

  <xsl:template match="text()[$v:has-tokens][not(normalize-space())][f:between-tokens(.)]" mode="m:plain" as="empty-sequence()"/>

  <!-- A sign that the text does not spell out: as the header maps or names it, else by what it is called. -->
  <xsl:function name="f:glyph" as="xs:string">
    <xsl:param name="sign" as="element(g)"/>
    <xsl:variable name="declared" as="element()?" select="$sign/@ref ! key('v:by-id', substring-after(., '#'), root($sign))[1]"/>
    <xsl:variable name="mapped" as="xs:string?" select="
        ($declared/mapping[@type = ('Unicode', 'unicode', 'standardized', 'standard')], $declared/mapping, $declared/unicodeProp[@name = 'Unicode'])[normalize-space()][1] ! normalize-space()"/>
    <xsl:variable name="called" as="xs:string?" select="
        ($declared/(charName, glyphName, desc, figDesc, localProp/@value) ! normalize-space(), $sign/@type,
         $sign/@ref ! replace(., '^.*#', ''))[. ne ''][1]"/>
    <xsl:sequence select="if (normalize-space($sign)) then string($sign) else ($mapped, $called ! ('((' || replace(., '[-_]+', ' ') || '))'), '')[1]"/>
  </xsl:function>

  <xsl:template match="g[not(normalize-space())]" mode="m:plain" as="text()">{f:glyph(.)}</xsl:template>

  <!-- What readers read of a document: its text, the transcription of its pages; where it has no words of
       either, the description of the manuscript. -->
  <xsl:function name="f:content" as="element()*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="text" as="element(text)*"
        select="$document/text[normalize-space() or .//(graphic | media | binaryObject | pb[@facs] | gap)]"/>
    <xsl:variable name="pages" as="element()*" select="$document/(sourceDoc, facsimile[not($text)])"/>
    <xsl:variable name="described" as="element(msDesc)*" select="
        if (normalize-space(string-join(($text, $pages)))) then ()
        else $document/teiHeader/fileDesc/sourceDesc//msDesc[f:tells(.)]"/>
    <xsl:sequence select="$text, $document/text[empty(($text, $pages, $described))], $pages, $described, $document/standOff"/>
  </xsl:function>

  <!-- Does the description of a manuscript say more than where it is? -->
  <xsl:function name="f:tells" as="xs:boolean">
    <xsl:param name="description" as="element(msDesc)"/>
    <xsl:sequence select="exists($description/(head, p, physDesc, history, additional, msPart, msFrag,
        msContents//(title, author, summary, incipit, explicit, rubric, colophon, note))[normalize-space()])"/>
  </xsl:function>

  <!-- The pages or leaves that a document takes in its manuscript, if it is the only thing described there. -->
  <xsl:function name="f:source-pages" as="xs:string?">
    <xsl:param name="source" as="element()?"/>
    <xsl:sequence select="$source//msItem[not(msItem)][count($source//msItem[not(msItem)]) = 1]/locus[normalize-space()][1]
        ! replace(f:plain(.), '^pp?\.\s*(\d)', '$1')"/>
  </xsl:function>

  <!-- The shelfmark to ask the archive for: where the one that the source gives is damaged, as it was inferred. -->
  <xsl:function name="f:shelfmark" as="element(idno)?">
    <xsl:param name="place" as="element(msIdentifier)?"/>
    <xsl:sequence select="(f:inferred-shelfmark($place), $place/idno)[1]"/>
  </xsl:function>

  <xsl:function name="f:inferred-shelfmark" as="element(idno)?">
    <xsl:param name="place" as="element(msIdentifier)?"/>
    <xsl:sequence select="$place/altIdentifier[@type = 'inferred']/idno[not(@cert = ('low', 'unknown'))][normalize-space()][1]"/>
  </xsl:function>

  <!-- The element of the header that names the document: neither the series that it is in, nor what only
       sorts or qualifies the name. -->
  <xsl:function name="f:title-element" as="element(title)?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="titles" as="element(title)*" select="$header/fileDesc/titleStmt/title"/>
    <xsl:variable name="of-itself" as="element(title)*" select="$titles[not(@level = ('s', 'j'))]"/>
    <xsl:sequence select="($of-itself[@type = 'main'], $of-itself[not(@type) or @level = 'a'], $of-itself, $titles)[1]"/>
  </xsl:function>

  <!-- The title of a document without its date, as the header has it. -->
  <xsl:function name="f:document-title" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="title" as="element(title)?" select="f:title-element($header)"/>
    <xsl:variable name="last" as="element(date)?" select="$title/*[last()]/self::date[not(following-sibling::text()[normalize-space()])]"/>
    <xsl:variable name="whole" as="xs:string" select="f:plain($title)"/>
    <xsl:variable name="dateless" as="xs:string" select="if ($last) then substring($whole, 1, string-length($whole) - string-length(f:plain($last))) else $whole"/>
    <xsl:sequence select="if (exists($header//creation) and normalize-space($dateless)) then replace($dateless, '[\s,]+$', '') else $whole"/>
  </xsl:function>

  <!-- What dates a document: when it was made, else the date in its title, else that of its source, the earliest
       of several editions. The date of publication is that of a digital text which has no source. -->
  <xsl:function name="f:document-date" as="element()?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="source" as="element(sourceDesc)*" select="$header/fileDesc/sourceDesc"/>
    <xsl:variable name="editions" as="element(date)*"
        select="$source//(bibl | biblStruct | biblFull)//date[f:sort-date(.)]"/>
    <xsl:sequence select="(
        $header/profileDesc/creation/date[f:sort-date(.)],
        $header/profileDesc/correspDesc/correspAction[@type = 'sent']/date[f:sort-date(.)],
        $header/profileDesc/settingDesc//setting/date[f:sort-date(.)],
        $header/fileDesc/titleStmt/title//date[f:sort-date(.)],
        $header/fileDesc/titleStmt/title[f:sort-date(.)],
        $source//origDate[f:sort-date(.)],
        sort($editions, (), f:sort-date#1)[1],
        $source//date[f:sort-date(.)],
        $header/fileDesc/publicationStmt/date[f:sort-date(.)][empty($source//(bibl | biblStruct | biblFull | msDesc))])[1]"/>
  </xsl:function>

  <!-- The value by which a date sorts: of its attributes, else the year or day that is all it says. -->
  <xsl:function name="f:sort-date" as="xs:string?">
    <xsl:param name="date" as="element()?"/>
    <xsl:variable name="given" as="attribute()?"
        select="$date/(@when, @when-iso, @from, @notBefore, @to, @notAfter)[1]"/>
    <xsl:sequence select="
        if ($given) then string($given)
        else $date[ancestor::teiHeader]/replace(normalize-space(), '^\[?c?(\d{4}(-\d\d-\d\d)?)[.\]]*$', '$1')[matches(., '^\d{4}(-\d\d-\d\d)?$')]"/>
  </xsl:function>
</xsl:stylesheet>
