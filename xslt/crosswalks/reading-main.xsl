<?xml version="1.0" encoding="UTF-8"?>
<!--
  The text of a document as plain HTML in XML syntax, for those who take passages out (DTS). Every citable
  unit carries its name, every element the number of the TEI element that it stands for (@data-n); one without a rule is a span with its name as class, so that none is lost.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns="http://www.w3.org/1999/xhtml"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:mode name="m:reading" on-no-match="fail" on-multiple-match="use-last" use-accumulators="v:numbers v:element-numbers v:places"/>

  <xsl:template match="/" mode="m:reading" as="element()">
    <html lang="{($v:edition/@lang, (*/text/@xml:lang, */@xml:lang)[1])[last()]}">
      <head>
        <meta charset="utf-8"/>
        <title>{f:document-title(*/teiHeader)}</title>
      </head>
      <body><article><xsl:apply-templates select="*/text" mode="m:reading"/></article></body>
    </html>
  </xsl:template>

  <xsl:template match="text() | comment() | processing-instruction()" mode="m:reading" as="text()?">
    <xsl:value-of select="self::text()"/>
  </xsl:template>

  <xsl:template match="text | front | body | back | group" mode="m:reading" as="node()*" priority="2">
    <xsl:apply-templates mode="m:reading"/>
  </xsl:template>

  <!-- The table of elements: what each becomes. -->
  <xsl:template match="*" mode="m:reading" as="element()"><xsl:sequence select="fp:html('span', .)"/></xsl:template>
  <xsl:template match="p | ab | opener | closer | salute[not(parent::opener)] | fw" mode="m:reading" as="element()"><xsl:sequence select="fp:html('p', .)"/></xsl:template>
  <xsl:template match="sp | lg | l | speaker | figure | floatingText | titlePage | docTitle | list/label | listBibl" mode="m:reading" as="element()"><xsl:sequence select="fp:html('div', .)"/></xsl:template>
  <xsl:template match="div" mode="m:reading" as="element()"><xsl:sequence select="fp:html('section', .)"/></xsl:template>
  <xsl:template match="head" mode="m:reading" as="element()"><xsl:sequence select="fp:html('h2', .)"/></xsl:template>
  <xsl:template match="list" mode="m:reading" as="element()"><xsl:sequence select="fp:html('ul', .)"/></xsl:template>
  <xsl:template match="list/head | list/label" mode="m:reading" as="element()" priority="1"><xsl:sequence select="fp:html('li', .)"/></xsl:template>
  <xsl:template match="item" mode="m:reading" as="element()"><xsl:sequence select="fp:html('li', .)"/></xsl:template>
  <xsl:template match="table" mode="m:reading" as="element()"><xsl:sequence select="fp:html('table', .)"/></xsl:template>
  <xsl:template match="table/head" mode="m:reading" as="element()" priority="1"><xsl:sequence select="fp:html('caption', .)"/></xsl:template>
  <xsl:template match="row" mode="m:reading" as="element()"><xsl:sequence select="fp:html('tr', .)"/></xsl:template>
  <xsl:template match="cell" mode="m:reading" as="element()"><xsl:sequence select="fp:html('td', .)"/></xsl:template>
  <xsl:template match="quote[p or ../self::div or ../self::body]" mode="m:reading" as="element()"><xsl:sequence select="fp:html('blockquote', .)"/></xsl:template>
  <xsl:template match="note[../self::div or ../self::body or ../self::front or ../self::back]" mode="m:reading" as="element()"><xsl:sequence select="fp:html('aside', .)"/></xsl:template>
  <xsl:template match="emph | hi[contains(@rend, 'italic')]" mode="m:reading" as="element()"><xsl:sequence select="fp:html('em', .)"/></xsl:template>
  <xsl:template match="hi[contains(@rend, 'bold')]" mode="m:reading" as="element()"><xsl:sequence select="fp:html('strong', .)"/></xsl:template>
  <xsl:template match="title" mode="m:reading" as="element()"><xsl:sequence select="fp:html('cite', .)"/></xsl:template>
  <xsl:template match="lb" mode="m:reading" as="element()"><br/></xsl:template>

  <xsl:template match="ref[matches(@target, '^https?:')]" mode="m:reading" as="element()">
    <a href="{@target}" data-n="{accumulator-before('v:places')}"><xsl:apply-templates mode="m:reading"/></a>
  </xsl:template>

  <xsl:template match="supplied" mode="m:reading" as="element()">
    <span class="supplied" data-n="{accumulator-before('v:places')}">[<xsl:apply-templates mode="m:reading"/>]</span>
  </xsl:template>

  <!-- The reading first, what the source has in its place as a remark. -->
  <xsl:template match="choice" mode="m:reading" as="element()">
    <span class="choice" data-n="{accumulator-before('v:places')}" title="{(sic, orig, abbr, unclear)[1] ! f:plain(.)}">
      <xsl:apply-templates select="(corr, reg, expan, *)[1]/node()" mode="m:reading"/>
    </span>
  </xsl:template>

  <!-- A paragraph of HTML can't hold a block, so blocks within an inline note are spans. -->
  <xsl:variable name="v:html-blocks" as="xs:string+" select="'p', 'div', 'ul', 'li', 'table', 'tr', 'td', 'blockquote', 'h2'"/>

  <xsl:function name="fp:within-paragraph" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::note[ancestor::p or ancestor::item or ancestor::l or ancestor::head])"/>
  </xsl:function>

  <xsl:function name="fp:html" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:element name="{if ($name = $v:html-blocks and fp:within-paragraph($element)) then 'span' else $name}">
      <xsl:attribute name="class" select="local-name($element), $element/@type"/>
      <xsl:attribute name="data-n" select="$element/accumulator-before('v:places')"/>
      <xsl:if test="key('v:unit', generate-id($element), $v:units)">
        <xsl:attribute name="id" select="f:unit-name($element)"/>
      </xsl:if>
      <xsl:apply-templates select="$element/node()" mode="m:reading"/>
    </xsl:element>
  </xsl:function>
</xsl:stylesheet>
