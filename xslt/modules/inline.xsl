<?xml version="1.0" encoding="UTF-8"?>
<!-- Words within a line, and parts of a text that are known by their name alone. Behaviour is a table. -->
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

  <!-- The HTML element that says what a TEI element says. -->
  <xsl:variable name="v:inline" as="map(xs:string, xs:string)" select="map {
      'emph': 'em', 'foreign': 'i', 'distinct': 'i', 'mentioned': 'i', 'term': 'dfn', 'abbr': 'abbr',
      'code': 'code', 'gi': 'code', 'att': 'code', 'val': 'code', 'tag': 'code', 'ident': 'code',
      'eg': 'pre', 'ruby': 'ruby', 'rt': 'rt' }"/>

  <!-- Words that HTML has no element for: their class says what they are. By TEI's modules. -->
  <xsl:variable name="v:words" as="xs:string*" select="tokenize('
      soCalled gloss expan am orig desc imprint rb analytic monogr series media relatedItem headItem headLabel
      seg s w pc c m cl phr interp interpGrp g hyph syll span spanGrp link linkGrp join joinGrp alt altGrp index
      rhyme metDecl metSym role roleDesc actor castItem
      trait state occupation affiliation education birth death floruit residence nationality sex gender faith event
      location population terrain climate relation listRelation langKnowledge langKnown socecStatus persPronouns
      person persona personGrp place org object nym locale activity language objectIdentifier
      wit witDetail rdg lem rdgGrp witness witStart witEnd lacunaStart lacunaEnd variantEncoding
      u writing move
      stdVal certainty respons precision damageSpan')"/>

  <!-- Parts that hold blocks; those of a header as well, which may stand in a text that describes another. -->
  <xsl:variable name="v:holders" as="xs:string*" select="tokenize('
      item cell row source adminInfo additions listObject listAnnotation annotation annotationBlock
      recording recordingStmt scriptStmt broadcast equipment transcriptionDesc post standOff timeline when
      fileDesc titleStmt editionStmt publicationStmt seriesStmt notesStmt sourceDesc profileDesc revisionDesc xenoData
      abstract creation langUsage textClass classCode catRef keywords textDesc particDesc settingDesc setting
      listChange change correspDesc correspAction correspContext calendarDesc calendar handNote scriptNote
      channel constitution derivation domain factuality interaction preparedness purpose')"/>

  <xsl:template match="*[map:contains($v:inline, local-name())]" mode="m:text" as="element()" priority="-1">
    <xsl:variable name="name" as="xs:string" select="$v:inline(local-name())"/>
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else $name}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*[local-name() = $v:words]" mode="m:text" as="element()" priority="-1">
    <xsl:element name="{f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*[local-name() = $v:holders]" mode="m:text" as="element()" priority="-1">
    <xsl:element name="{if (f:is-in-line(.)) then 'span' else 'div'}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- What an element holds, with white space between parts that the encoding sets side by side without any. -->
  <xsl:function name="f:parts-of" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/node()">
      <xsl:if test="self::* and preceding-sibling::node()[1]/self::*"><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates select="." mode="m:text"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Does an element stand where HTML allows words only? -->
  <xsl:function name="f:is-in-line" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::*[self::p or self::ab or self::head
        or self::l][1][not(f:holds-blocks(.))])"/>
  </xsl:function>

  <!-- Words set apart in print: as HTML says it where it can. -->
  <xsl:template match="hi" mode="m:text" as="element()">
    <xsl:variable name="looks" as="xs:string*" select="(@rend, @style) ! tokenize(lower-case(.), '[\s:;]+')"/>
    <xsl:variable name="found" as="xs:string*" select="
        if (f:holds-blocks(.)) then 'div' else for $look in $looks return (
            if (starts-with($look, 'sup')) then 'sup' else (), if (starts-with($look, 'sub')) then 'sub' else (),
            if (starts-with($look, 'ital')) then 'i' else (), if (starts-with($look, 'bold')) then 'b' else (),
            if (matches($look, '^(strike|line-through)')) then 's' else (), if (starts-with($look, 'underl')) then 'u' else ())"/>
    <xsl:element name="{($found, 'span')[1]}">
      <xsl:sequence select="f:attributes(., 'hi')"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- What only qualifies other elements has no words to show. -->
  <xsl:template match="(certainty | precision | respons)[not(normalize-space())]" mode="m:text"
      as="empty-sequence()"/>

  <!-- A place for something generated, such as a table of contents: the page has its own. -->
  <xsl:template match="divGen" mode="m:text" as="empty-sequence()"/>
</xsl:stylesheet>
