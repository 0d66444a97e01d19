<?xml version="1.0" encoding="UTF-8"?>
<!-- What is looked up: entries of dictionaries, lists of names, the apparatus. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    default-mode="m:print"
    expand-text="yes">

  <!-- What an element holds, with white space between parts that the encoding sets side by side. -->
  <xsl:function name="fp:parts" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="parts" as="xs:string*" select="
        for $node in $element/node()[self::* or normalize-space()]
        return (f:text(' ')[$node/self::* and $node/preceding-sibling::node()[self::* or normalize-space()][1]/self::*], fp:nodes($node))"/>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <xsl:template match="entry | entryFree | superEntry | listPerson/person | listPerson/personGrp | listPlace//place | listOrg/org | listEvent/event
      | listNym/nym | listObject/object | relation" as="text()*">
    <xsl:value-of select="f:call('dictionary-entry', (), fp:parts(.))"/>
  </xsl:template>

  <xsl:template match="listPerson | listPlace | listOrg | listEvent | listNym | listObject | listRelation | listApp" as="text()*">
    <xsl:value-of select="f:call('items', (), fp:nodes(*))"/>
  </xsl:template>

  <xsl:template match="(listPerson | listPlace | listOrg | listEvent | listNym | listApp)/head" as="text()*" priority="1">
    <xsl:value-of select="f:call('small-head', (), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="orth[not(ancestor::cit)] | person/persName[1] | place/placeName[1] | org/orgName[1]" as="text()*" priority="1">
    <xsl:value-of select="f:call('strong', (), fp:inner(.))"/>
  </xsl:template>

  <xsl:template match="form | re | etym | xr | dictScrap | entry//cit" as="text()*" priority="0.7">
    <xsl:value-of select="fp:parts(.)"/>
  </xsl:template>

  <xsl:template match="gramGrp | usg | entry//pos[not(parent::gramGrp)] | lbl" as="text()*">
    <xsl:value-of select="f:call('emph', (), fp:parts(.))"/>
  </xsl:template>

  <xsl:template match="sense" as="text()*">
    <xsl:if test="count(../sense) gt 1">
      <xsl:value-of select="f:call('strong', (), f:text((@n, string(count(preceding-sibling::sense) + 1))[1] || '.')) || f:text(' ')"/>
    </xsl:if>
    <xsl:value-of select="fp:parts(.)"/>
  </xsl:template>

  <!-- An entry of the apparatus: its lemma in the text, the readings at the foot, marked with letters. -->
  <xsl:template match="app[.//rdg][not(ancestor::listApp or ancestor::note or ancestor::app)]" as="text()*">
    <xsl:variable name="letter" as="xs:string">
      <xsl:number count="app[.//rdg]" level="any" from="TEI" format="a"/>
    </xsl:variable>
    <xsl:apply-templates select="(lem, .//rdg)[1]"/>
    <xsl:value-of select="f:call('foot', f:argument('mark', $letter), fp:readings(.))"/>
  </xsl:template>

  <xsl:template match="listApp/app" as="text()*" priority="1">
    <xsl:value-of select="f:call('dictionary-entry', (), f:text((@loc, @n)[1] ! (. || ' ')) || fp:readings(.))"/>
  </xsl:template>

  <xsl:function name="fp:readings" as="xs:string">
    <xsl:param name="app" as="element(app)"/>
    <xsl:variable name="readings" as="xs:string*">
      <xsl:for-each select="$app//rdg">
        <xsl:variable name="words" as="xs:string"
            select="if (normalize-space() or *) then fp:inner(.) else f:call('emph', (), f:text(f:word('reading.omitted')))"/>
        <xsl:sequence select="$words || f:text(string-join((@wit ! tokenize(.) ! f:pointer-id(.), wit ! f:plain(.)) ! (' ' || .)))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="lemma" as="xs:string?" select="$app/lem ! (if ($app/ancestor::listApp) then fp:inner(.) else f:text(f:plain(.)))"/>
    <xsl:sequence select="string-join(($lemma ! (. || f:text('] ')), string-join($readings, f:text('; ')),
        $app//(note | witDetail)[parent::app or parent::rdgGrp] ! (f:text(' ') || fp:inner(.))))"/>
  </xsl:function>
</xsl:stylesheet>
