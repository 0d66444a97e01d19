<?xml version="1.0" encoding="UTF-8"?>
<!--
  Descriptions of manuscripts (TEI P5, 10): a list of parts, each under its name where it stands for itself, their
  words as they are written. What other modules know better (names, dates, bibliography) they show.
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

  <!-- Parts that a reader looks for by name. -->
  <xsl:variable name="v:ms-named" as="xs:string*" select="tokenize('
      summary textLang incipit explicit rubric finalRubric colophon filiation
      support extent foliation collation condition layoutDesc handDesc scriptDesc typeDesc musicNotation decoDesc
      additions bindingDesc sealDesc accMat watermark origin provenance acquisition custodialHist recordHist surrogates')"/>

  <!-- Parts that only hold these, and those that say all themselves. -->
  <xsl:variable name="v:ms-parts" as="xs:string*" select="tokenize('
      msDesc msPart msFrag msIdentifier msContents msItem msItemStruct physDesc objectDesc supportDesc history
      additional adminInfo layout decoNote binding seal handNotes typeNote recordHist custEvent')"/>

  <xsl:variable name="v:ms-words" as="xs:string*" select="tokenize('
      msName altIdentifier institution locus locusGrp objectType catchwords signatures heraldry secFol dimensions')"/>

  <xsl:template match="*[local-name() = ($v:ms-named, $v:ms-parts)][not(self::extent)] | supportDesc/extent" mode="m:text" as="element()?" priority="0.5">
    <xsl:variable name="named" as="xs:boolean" select="local-name() = $v:ms-named and exists(ancestor::msDesc) and not(f:is-in-line(.))"/>
    <!-- A part that was left to be filled in has nothing to say. -->
    <xsl:if test="normalize-space() or not(ancestor-or-self::msDesc) or .//(graphic | ptr)">
      <xsl:element name="{if (f:is-in-line(.)) then 'span' else 'div'}">
        <xsl:sequence select="f:attributes(., (local-name(), 'ms-part'[$named]))[not($named and name() = ('lang', 'dir'))]"/>
        <xsl:choose>
          <xsl:when test="$named">
            <b class="ms-name">{f:word('ms.' || local-name())}</b>
            <xsl:text> </xsl:text>
            <xsl:element name="{f:span-or-div(.)}">
              <xsl:attribute name="class" select="'ms-words'"/>
              <xsl:sequence select="f:language(.), f:parts-of(.)"/>
            </xsl:element>
          </xsl:when>
          <xsl:otherwise><xsl:sequence select="f:parts-of(.)"/></xsl:otherwise>
        </xsl:choose>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <!-- One text in a manuscript: where it stands, whose and what it is; then what else is said of it. -->
  <xsl:template match="(msItem | msItemStruct)[not(f:is-in-line(.))]" mode="m:text" as="element()" priority="1">
    <xsl:variable name="head" as="element()*" select="(locus, locusGrp, author, title)[normalize-space()]"/>
    <div>
      <xsl:sequence select="f:attributes(., 'msItem')"/>
      <xsl:where-populated>
        <p class="ms-item">
          <xsl:for-each select="@n[. ne '']"><b class="siglum">{.}</b><xsl:text> </xsl:text></xsl:for-each>
          <xsl:for-each select="$head">
            <xsl:if test="position() gt 1">{f:word('list.separator')}</xsl:if>
            <xsl:apply-templates select="." mode="m:text"/>
          </xsl:for-each>
        </p>
      </xsl:where-populated>
      <xsl:apply-templates select="* except (locus, locusGrp, author, title)" mode="m:text"/>
    </div>
  </xsl:template>

  <xsl:template match="*[local-name() = $v:ms-words]" mode="m:text" as="element()" priority="-0.5">
    <xsl:element name="{f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </xsl:element>
  </xsl:template>

  <!-- Where it is: a line of names. -->
  <xsl:template match="msIdentifier[not(f:is-in-line(.))]" mode="m:text" as="element()" priority="1">
    <p>
      <xsl:sequence select="f:attributes(., 'msIdentifier')"/>
      <xsl:for-each select="*[normalize-space()]">
        <xsl:if test="position() gt 1">{f:word('list.separator')}</xsl:if>
        <xsl:apply-templates select="." mode="m:text"/>
      </xsl:for-each>
    </p>
  </xsl:template>

  <!-- '200 × 120 mm' -->
  <xsl:template match="dimensions[* and not(text()[normalize-space()])]" mode="m:text" as="element()">
    <span>
      <xsl:sequence select="f:attributes(., 'dimensions')"/>
      <xsl:text> </xsl:text>
      <xsl:for-each select="*">
        <xsl:if test="position() gt 1"> × </xsl:if>
        <xsl:apply-templates select="." mode="m:text"/>
      </xsl:for-each>
      <xsl:text>{(@unit, */@unit)[1] ! (' ' || .)}</xsl:text>
    </span>
  </xsl:template>
</xsl:stylesheet>
