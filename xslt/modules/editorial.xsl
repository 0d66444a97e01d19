<?xml version="1.0" encoding="UTF-8"?>
<!-- What editors, translators and time did to the text. Brackets are characters of the page, so that no style sheet can hide doubt. -->
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

  <xsl:function name="f:open" as="element()">
    <xsl:param name="bracket" as="xs:string"/>
    <span class="bracket">{$bracket}</span>
  </xsl:function>

  <xsl:function name="f:close" as="element()">
    <xsl:param name="bracket" as="xs:string"/>
    <span class="bracket">{$bracket}</span>
  </xsl:function>

  <xsl:template match="supplied | ex | surplus" mode="m:text" as="element()">
    <xsl:variable name="brackets" as="xs:string*" select="
        if (self::ex or @reason = 'subaudible') then ('(', ')') else if (self::surplus) then ('{', '}')
        else if (@reason = 'omitted') then ('⟨', '⟩') else ('[', ']')"/>
    <xsl:element name="{f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:sequence select="f:open($brackets[1])"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:sequence select="f:close($brackets[2])"/>
    </xsl:element>
  </xsl:template>

  <!-- What stands in the source, and the reading that an editor puts beside it. -->
  <xsl:template match="choice" mode="m:text" as="element()">
    <xsl:element name="{f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., 'choice')"/>
      <xsl:apply-templates select="* except (corr, reg, expan), corr, reg, expan" mode="m:choice"/>
    </xsl:element>
  </xsl:template>

  <xsl:mode name="m:choice" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="corr | reg | expan | unclear[preceding-sibling::unclear] | seg[preceding-sibling::seg]"
      mode="m:choice" as="element()" priority="1">
    <span>
      <xsl:sequence select="f:attributes(., ('reading', local-name(), @cert ! ('cert-' || .)))"/>
      <xsl:sequence select="f:open('⟨')"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:sequence select="f:close('⟩')"/>
    </span>
  </xsl:template>

  <xsl:template match="*" mode="m:choice" as="element()">
    <span>
      <xsl:sequence select="f:attributes(., ('as-written', local-name()))"/>
      <xsl:apply-templates mode="m:text"/>
    </span>
  </xsl:template>

  <!-- A line that ends in what is written does not end once more in the reading beside it. -->
  <xsl:template match="choice/(corr | reg | expan)//lb[ancestor::choice[1]/(sic | orig | abbr)//lb]" mode="m:text" as="empty-sequence()" priority="1"/>

  <!-- Hard to read, or damaged, with nothing better beside it. Letters within a word are only marked. -->
  <xsl:template match="unclear | damage" mode="m:text" as="element()">
    <xsl:element name="{f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:if test="not(matches(preceding-sibling::node()[1], '\p{L}$') or matches(following-sibling::node()[1], '^\p{L}'))">
        <span class="bracket">[?]</span>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="sic" mode="m:text" as="element()">
    <xsl:element name="{f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., 'sic')"/>
      <xsl:apply-templates mode="m:text"/>
      <span class="bracket"> [<i lang="la">sic</i>]</span>
    </xsl:element>
  </xsl:template>

  <xsl:template match="corr | reg" mode="m:text" as="element()">
    <xsl:element name="{f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., ('reading', local-name()))"/>
      <xsl:sequence select="f:open('⟨')"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:sequence select="f:close('⟩')"/>
    </xsl:element>
  </xsl:template>

  <!-- Words that are missing: what is said in their place, else why and how much. -->
  <xsl:template match="gap | ellipsis" mode="m:text" as="element()">
    <xsl:element name="{if (f:among-blocks(.)) then 'p' else 'span'}">
      <xsl:sequence select="f:attributes(., 'gap')"/>
      <xsl:choose>
        <xsl:when test="normalize-space()"><xsl:apply-templates select="node()" mode="m:text"/></xsl:when>
        <xsl:otherwise>[{string-join((f:word-or('gap.' || @reason, (@reason[. ne ''], f:word('gap'))[1]), f:extent(.)), ', ')}]</xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <!-- Letters and lines that are missing from an inscription or a papyrus: as many dots as letters, or strokes where
       nobody knows how many (the conventions of Leiden); what was on a lost part stands in brackets. -->
  <xsl:template match="gap[f:counts-letters(.) or @unit = 'line' and @reason = 'lost'][not(normalize-space())]" mode="m:text" as="element()" priority="1">
    <xsl:variable name="number" as="xs:integer?" select="@quantity[. castable as xs:integer] ! xs:integer(.)"/>
    <xsl:variable name="signs" as="xs:string" select="
        if (@unit = 'line') then '– – – – –' else if (empty($number)) then '– – –'
        else if ($number le 8) then string-join((1 to $number) ! '.') else '–' || (if (@precision = 'low') then 'ca.&#160;' else '') || $number || '–'"/>
    <xsl:element name="{if (f:among-blocks(.)) then 'p' else 'span'}">
      <xsl:sequence select="f:attributes(., 'gap')"/>
      <span role="img" aria-label="{string-join((f:word-or('gap.' || @reason, (@reason[. ne ''], f:word('gap'))[1]), f:extent(.)), ', ')}">{
        if (@reason = ('illegible', 'deleted', 'del')) then $signs else '[' || $signs || ']'}</span>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:counts-letters" as="xs:boolean">
    <xsl:param name="missing" as="element()"/>
    <xsl:sequence select="$missing/@unit = ('character', 'characters', 'char', 'chars', 'letter', 'letters')"/>
  </xsl:function>

  <xsl:template match="gap/desc | supplied/desc | space/desc" mode="m:text" as="node()*" priority="1">
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>

  <xsl:template match="space" mode="m:text" as="element()">
    <xsl:element name="{if (f:among-blocks(.)) then 'p' else 'span'}">
      <xsl:sequence select="f:attributes(., 'space')"/>
      <xsl:text>[{string-join((f:word('space'), f:extent(.)), ', ')}]</xsl:text>
    </xsl:element>
  </xsl:template>

  <!-- A blank of a few letters is a blank. -->
  <xsl:template match="space[f:counts-letters(.)][@quantity castable as xs:integer][xs:integer(@quantity) le 12][not(normalize-space())]" mode="m:text" as="element()" priority="1">
    <span>
      <xsl:sequence select="f:attributes(., ('space', 'blank'))"/>
      <xsl:text>{string-join((1 to max((1, xs:integer(@quantity)))) ! '&#x2002;')}</xsl:text>
    </span>
  </xsl:template>

  <!-- How much: '3 lines' -->
  <xsl:function name="f:extent" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(
        $element/@extent[. ne ''] ! string(),
        $element/@quantity[. ne ''] ! string-join((., $element/@unit), ' '))[1]"/>
  </xsl:function>

  <!-- Changes that the writer made. -->
  <xsl:template match="del | add | mod | addSpan | delSpan | retrace | restore | redo | undo | secl" mode="m:text"
      as="element()">
    <xsl:variable name="name" as="xs:string"
        select="(map { 'del': 'del', 'add': 'ins' }(local-name()), f:span-or-div(.))[1]"/>
    <xsl:element name="{$name}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="subst | substJoin | handShift | listTranspose | transpose | metamark" mode="m:text" as="element()">
    <xsl:element name="{f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
