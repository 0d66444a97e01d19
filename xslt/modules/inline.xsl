<?xml version="1.0" encoding="UTF-8"?>
<!-- Words within a line. Behaviour is a table: which HTML element stands for which of TEI's, by its meaning. -->
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

  <xsl:variable name="v:inline" as="map(xs:string, xs:string)" select="map {
      'emph': 'em', 'foreign': 'i', 'term': 'dfn', 'mentioned': 'i', 'soCalled': 'span', 'distinct': 'i',
      'gloss': 'span', 'code': 'code', 'gi': 'code', 'att': 'code', 'val': 'code', 'tag': 'code', 'ident': 'code',
      'abbr': 'abbr', 'expan': 'span', 'am': 'span', 'orig': 'span', 'g': 'span', 'hi': 'span',
      'seg': 'span', 's': 'span', 'w': 'span', 'pc': 'span', 'c': 'span', 'm': 'span', 'cl': 'span', 'phr': 'span', 'interp': 'span',
      'desc': 'span', 'trait': 'span', 'state': 'span', 'occupation': 'span', 'affiliation': 'span', 'education': 'span',
      'birth': 'span', 'death': 'span', 'floruit': 'span', 'residence': 'span', 'nationality': 'span', 'sex': 'span', 'gender': 'span',
      'faith': 'span', 'event': 'span', 'location': 'span', 'population': 'span', 'listRelation': 'span', 'relation': 'span',
      'role': 'span', 'roleDesc': 'span', 'actor': 'span', 'castItem': 'span', 'fDecl': 'span',
      'docAuthor': 'span', 'docDate': 'span', 'titlePart': 'span', 'rhyme': 'span', 'metDecl': 'span', 'metSym': 'span',
      'wit': 'span', 'witDetail': 'span', 'rdg': 'span', 'lem': 'span', 'rdgGrp': 'span', 'listApp': 'span', 'witness': 'span',
      'witStart': 'span', 'witEnd': 'span', 'lacunaStart': 'span', 'lacunaEnd': 'span', 'hyph': 'span', 'syll': 'span',
      'person': 'span', 'persona': 'span', 'personGrp': 'span', 'place': 'span', 'org': 'span', 'locale': 'span', 'activity': 'span',
      'catchwords': 'span', 'signatures': 'span', 'heraldry': 'span', 'watermark': 'span', 'secFol': 'span', 'language': 'span',
      'u': 'span', 'pause': 'span', 'vocal': 'span', 'kinesic': 'span', 'incident': 'span', 'writing': 'span', 'shift': 'span',
      'imprint': 'span', 'addrLine': 'span', 'textNode': 'span', 'eg': 'pre', 'egXML': 'pre', 'alt': 'span', 'certainty': 'span',
      'respons': 'span', 'index': 'span', 'link': 'span', 'linkGrp': 'span', 'join': 'span', 'joinGrp': 'span', 'span': 'span', 'spanGrp': 'span',
      'objectType': 'span', 'origPlace': 'span', 'stdVal': 'span', 'num': 'span' }"/>

  <!-- Dictionaries: an entry is a paragraph of parts. -->
  <xsl:variable name="v:dictionary" as="xs:string*" select="('form', 'orth', 'pron', 'gramGrp', 'gram', 'pos', 'gen', 'number',
      'case', 'per', 'tns', 'mood', 'itype', 'subc', 'colloc', 'sense', 'def', 'usg', 'etym', 'lang', 'xr', 'lbl', 're', 'dictScrap',
      'oRef', 'pRef', 'stress', 'hom', 'superEntry', 'cit', 'oVar', 'pVar')"/>

  <xsl:template match="*[map:contains($v:inline, local-name())]" mode="m:text" as="element()" priority="-1">
    <xsl:variable name="name" as="xs:string" select="$v:inline(local-name())"/>
    <xsl:element name="{if (f:holds-blocks(.) and $name ne 'pre') then 'div' else $name}">
      <xsl:sequence select="f:attributes(., (local-name(), @type))"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- Words set apart in print: as HTML says it where it can. -->
  <xsl:template match="hi" mode="m:text" as="element()">
    <xsl:variable name="rend" as="xs:string" select="lower-case(string-join((@rend, @style), ' '))"/>
    <xsl:variable name="name" as="xs:string" select="
        if (f:holds-blocks(.)) then 'div'
        else if (matches($rend, 'sup')) then 'sup'
        else if (matches($rend, '\bsub')) then 'sub'
        else if (matches($rend, 'ital')) then 'i'
        else if (matches($rend, 'bold')) then 'b'
        else if (matches($rend, 'strike|line-through')) then 's'
        else if (matches($rend, 'underl')) then 'u'
        else 'span'"/>
    <xsl:element name="{$name}">
      <xsl:sequence select="f:attributes(., 'hi')"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="entry | entryFree | superEntry" mode="m:text" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <xsl:template match="*[local-name() = $v:dictionary]" mode="m:text" as="element()" priority="-1.5">
    <xsl:element name="{f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- An utterance, where speech is transcribed. -->
  <xsl:template match="u[f:among-blocks(.)]" mode="m:text" as="element()">
    <p>
      <xsl:sequence select="f:attributes(., 'u')"/>
      <xsl:for-each select="@who"><b class="speaker">{f:pointer-id(.)} </b></xsl:for-each>
      <xsl:apply-templates mode="m:text"/>
    </p>
  </xsl:template>
</xsl:stylesheet>
