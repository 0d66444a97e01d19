<?xml version="1.0" encoding="UTF-8"?>
<!--
  What texts about encoding hold: specifications of elements and classes (TEI P5, 22), examples of markup, feature
  structures (18), graphs and trees (19). What their attributes name or count is shown, since it is all they say.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- Declarations, with what they declare. -->
  <xsl:variable name="v:declarations" as="xs:string*" select="tokenize('
      schemaSpec specGrp moduleSpec elementSpec classSpec macroSpec dataSpec paramSpec constraintSpec attDef valItem
      attList valList classes content constraint datatype exemplum remarks equiv altIdent listRef model modelGrp modelSequence
      outputRendition param paramList sequence alternate textNode empty anyElement dataFacet defaultVal valDesc')"/>

  <!-- References to declarations: the name of what they refer to is their text. -->
  <xsl:variable name="v:declared" as="xs:string*" select="tokenize('
      specDesc classRef elementRef macroRef dataRef moduleRef attRef memberOf specGrpRef')"/>

  <!-- Features, and nodes of graphs: what @name, @value and @n say stands before their content. -->
  <xsl:variable name="v:features" as="xs:string*" select="tokenize('
      fs f symbol numeric binary string default vAlt vColl vLabel vMerge vNot
      node arc leaf root iNode eLeaf triangle')"/>

  <xsl:variable name="v:graphs" as="xs:string*" select="tokenize('fLib fvLib graph tree eTree forest listForest')"/>

  <xsl:template match="*[local-name() = ($v:declarations, $v:graphs)]" mode="m:text" as="element()" priority="-1">
    <xsl:element name="{if (f:is-in-line(.)) then 'span' else 'div'}">
      <xsl:sequence select="f:attributes(., ('declaration', local-name())), fp:said(.)"/>
      <xsl:if test="fp:said(.) and node()[1]/self::*"><xsl:text> </xsl:text></xsl:if>
      <xsl:sequence select="f:parts-of(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*[local-name() = ($v:declared, $v:features)]" mode="m:text" as="element()" priority="-1">
    <xsl:element name="{f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., local-name()), fp:said(.)"/>
      <xsl:if test="fp:said(.) and node()[1]/self::*"><xsl:text> </xsl:text></xsl:if>
      <xsl:sequence select="f:parts-of(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="specList" mode="m:text" as="element()">
    <ul>
      <xsl:sequence select="f:attributes(., 'specList')"/>
      <xsl:for-each select="*">
        <li><xsl:apply-templates select="." mode="m:text"/></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- What attributes say, in the place of words. -->
  <xsl:function name="fp:said" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="said" as="xs:string?"
        select="$element/(@ident, @name, @key, @value, @target, @n)[normalize-space()][1] ! string()"/>
    <xsl:if test="$said"><code class="said">{$said}</code></xsl:if>
  </xsl:function>

  <!-- An example of markup is shown as such. -->
  <xsl:template match="*:egXML" mode="m:text" as="element()" priority="1">
    <xsl:element name="{if (f:is-in-line(.)) then 'code' else 'pre'}">
      <xsl:sequence select="f:attributes(., 'egXML')"/>
      <xsl:value-of select="node() ! replace(serialize(., map { 'method': 'xml', 'omit-xml-declaration': true() }), ' xmlns(:\w+)?=&quot;[^&quot;]*&quot;', '')"
          separator=""/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
