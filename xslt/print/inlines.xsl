<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands within a line: text, editors' interventions, names, notes, phrases. -->
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
    default-mode="m:print"
    expand-text="yes">

  <!-- White space is one space; between blocks it is nothing. -->
  <xsl:template match="text()" as="text()?">
    <xsl:variable name="folded" as="xs:string" select="replace(., '\s+', ' ')"/>
    <xsl:variable name="start" as="xs:boolean" select="empty(preceding-sibling::node()) and exists(parent::p | parent::head | parent::item | parent::cell | parent::note)"/>
    <xsl:value-of select="f:text(if ($start) then replace($folded, '^ ', '') else $folded)"/>
  </xsl:template>

  <xsl:template match="(text | front | body | back | div | div1 | div2 | div3 | sp | list | table | row | lg | choice | figure | opener[*] | closer[signed]
      | listBibl | TEI | floatingText | group)/text()[not(normalize-space())]" as="empty-sequence()" priority="1"/>

  <xsl:template match="text()[$v:has-tokens][not(normalize-space())][f:between-tokens(.)]" as="empty-sequence()" priority="2"/>

  <xsl:template match="comment() | processing-instruction()" as="empty-sequence()"/>

  <!-- Editors' interventions, with the brackets that readers know them by. -->
  <xsl:template match="supplied | note[@type = ('gloss', 'unclear', 'sic')]" as="text()*" priority="1">
    <xsl:value-of select="f:text('[') || fp:inner(.) || f:text(']')"/>
  </xsl:template>

  <xsl:template match="gap" as="text()*">
    <xsl:value-of select="f:call('gap', (), if (desc) then fp:inner(desc[1]) else f:text('[…]'))"/>
  </xsl:template>

  <xsl:template match="choice[corr | reg | expan]" as="text()*">
    <xsl:apply-templates select="(corr, reg, expan)[1]"/>
    <xsl:if test="corr">
      <xsl:variable name="letter" as="xs:string">
        <xsl:number count="choice[corr]" level="any" from="TEI" format="a"/>
      </xsl:variable>
      <xsl:value-of select="f:call('foot', f:argument('mark', $letter),
          f:text(f:word('print.in-source') || ' ') || fp:nodes((sic, orig, abbr, unclear)[1]))"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="choice" as="text()*"><xsl:apply-templates select="*[1]"/></xsl:template>

  <xsl:template match="sic" as="text()*">
    <xsl:value-of select="fp:inner(.) || f:text(' [') || f:call('emph', (), f:text('sic')) || f:text(']')"/>
  </xsl:template>

  <xsl:template match="choice/sic" as="text()*" priority="1"><xsl:apply-templates/></xsl:template>

  <xsl:template match="unclear | del" as="text()*">
    <xsl:value-of select="f:call(if (self::del) then 'strike' else 'unclear', (), fp:inner(.))"/>
  </xsl:template>

  <!-- Footnotes keep the number that the source gave them; signs such as an asterisk are outside the count. A note between blocks is small print. -->
  <xsl:template match="note[@place = ('foot', 'end', 'bottom', 'margin') or ancestor::p or ancestor::ab or ancestor::l or ancestor::head or ancestor::cell][not(ancestor::note)]" as="text()*">
    <xsl:variable name="number" as="xs:string">
      <xsl:number level="any" from="TEI"
          count="note[@place = ('foot', 'end', 'bottom', 'margin')][not(@n) or matches(@n, '\d')]"/>
    </xsl:variable>
    <xsl:value-of select="f:call('foot', f:argument('mark', (@n, $number)[1]), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="note" as="text()*" priority="0.4">
    <xsl:value-of select="f:call('small-print', (), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="note/p" as="text()*" priority="1">
    <xsl:apply-templates/>
    <xsl:if test="following-sibling::p"><xsl:text>#parbreak();</xsl:text></xsl:if>
  </xsl:template>

  <xsl:key name="v:entity" match="c:entity" use="@ref"/>

  <!-- Names carry their entity, from which the index is made. -->
  <xsl:template match="(persName | placeName | orgName | rs)[@ref or @key or @corresp]" as="text()*">
    <xsl:variable name="entity" as="element(c:entity)?" select="f:name-id(.) ! key('v:entity', ., $context)[1]"/>
    <xsl:value-of select="if ($entity)
        then f:call('name', (f:string($entity/@kind), f:string($entity/@sort), f:string($entity/@label)), fp:inner(.))
        else fp:inner(.)"/>
  </xsl:template>

  <xsl:template match="hi[@rend = ('bold', 'b', 'strong')] | hi[contains-token(@rendition, '#b')]" as="text()*">
    <xsl:value-of select="f:call('strong', (), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="hi[@rend = ('sup', 'superscript')]" as="text()*">
    <xsl:value-of select="f:call('super', (), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="hi[@rend = ('smallcaps', 'sc')]" as="text()*">
    <xsl:value-of select="f:call('smallcaps', (), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="emph | hi | foreign | stage | title[@level = ('m', 'j', 's')] | speaker/note" as="text()*" priority="-0.4">
    <xsl:value-of select="f:call('emph', (), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="ref[matches(@target, '^https?:')]" as="text()*">
    <xsl:value-of select="f:call('link', f:string(string(@target)), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="lb" as="text()*"><xsl:value-of select="f:text(' ')"/></xsl:template>

  <xsl:template match="app" as="text()*" priority="-0.3">
    <xsl:apply-templates select="(lem, .//rdg)[1]"/>
  </xsl:template>

  <xsl:template match="space" as="text()"><xsl:value-of select="f:text('&#x2002;')"/></xsl:template>

  <xsl:template match="anchor | index" as="empty-sequence()"/>

  <!-- Phrases that print shows as they are; their meaning is for the screen and the catalogue. -->
  <xsl:template match="persName | placeName | orgName | roleName | rs | name | forename | surname | date | time | measure | num
      | bibl | biblScope | author | editor | publisher | pubPlace | title | idno | ref | label | q | quote | seg | w | pc
      | said | term | gloss | mentioned | soCalled | abbr | expan | orig | reg | corr | add | lem | rdg | desc | docAuthor | docDate
      | settlement | country | region | geogName | address | addrLine | email | unit | ex | am | subst | surplus | c | fileDesc" as="text()*" priority="-0.5">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- Words whose name says all; what holds blocks and is nothing more. -->
  <xsl:template match="*[local-name() = $v:words or map:contains($v:inline, local-name())] | *[local-name() = $v:holders]" as="text()*" priority="-0.7">
    <xsl:choose>
      <xsl:when test="local-name() = $v:holders and empty(descendant::p | descendant::list) and normalize-space() and not(ancestor::p)">
        <xsl:value-of select="f:call('para', (), fp:parts(.))"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="ptr[@target]" as="text()*">
    <xsl:value-of select="if (matches(@target, '^https?:')) then f:call('link', f:string(string(@target)), f:text(string(@target))) else ()"/>
  </xsl:template>

  <!-- Parts of descriptions and of dictionaries that stand among words. -->
  <xsl:template match="msName | altIdentifier | institution | repository | collection | locus | locusGrp | objectType | catchwords | signatures | heraldry
      | secFol | dimensions | height | width | depth | dim | layout | decoNote | binding | seal | typeNote | origDate | origPlace | material
      | orth | pron | gram | pos | gen | number | case | per | tns | mood | iType | itype | subc | colloc | def | lang | oRef | pRef | stress | hom
      | addName | nameLink | genName | honorific | geog | geogFeat | offset | geo | district | bloc | objectName | eventName | funder | sponsor
      | principal | resp | respStmt | edition | licence | publicationStmt | availability | sourceDesc | biblStruct | biblFull | imprint | formula
      | caesura | citedRange | sp | text | eg | code | damage | figDesc | divGen | ellipsis | stamp | street | postCode | postBox | state | watermark" as="text()*" priority="-0.6">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- An element that has no rule is set as it stands, and named. -->
  <xsl:template match="*" as="text()*" priority="-1">
    <xsl:message select="'print has no rule for the element ' || name()"/>
    <xsl:apply-templates/>
  </xsl:template>
</xsl:stylesheet>
