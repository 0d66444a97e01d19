<?xml version="1.0" encoding="UTF-8"?>
<!--
  The copies of a document side by side: a row for each passage, a column for each copy, differences marked.
  The source is a collation by parallel segmentation; each copy is read out of it.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:mode name="m:copy" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="c:comparison" mode="m:title" as="xs:string">
    <xsl:sequence select="f:word('compare') || ': ' || TEI/teiHeader/fileDesc/titleStmt/title"/>
  </xsl:template>

  <xsl:template match="c:comparison" mode="m:description" as="xs:string?">
    <xsl:sequence select="fp:differences(TEI)"/>
  </xsl:template>

  <xsl:template match="c:comparison" mode="m:scripts" as="empty-sequence()"/>

  <xsl:template match="c:comparison" mode="m:main" as="element()*">
    <xsl:variable name="witnesses" as="element(witness)+" select="TEI/teiHeader/fileDesc/sourceDesc/listWit/witness"/>
    <article class="comparison">
      <header class="head">
        <p class="eyebrow">{f:word('compare')}</p>
        <h1>{TEI/teiHeader/fileDesc/titleStmt/title}</h1>
        <p class="size">{fp:differences(TEI)}</p>
      </header>
      <div class="controls">
        <label><input type="checkbox" class="only-differences"/> <span>{f:word('compare.only')}</span></label>
        <a href="{f:to(replace($path, '\.html$', '.xml'))}" download="">{f:word('compare.tei')}</a>
      </div>
      <div class="columns" tabindex="0" role="region" aria-label="{f:word('compare')}">
        <table>
          <thead>
            <tr>
              <xsl:for-each select="$witnesses">
                <th scope="col">
                  <span class="sign">{f:word('compare.copy', map { 'sign': string(@xml:id) })}</span>
                  <xsl:text> </xsl:text>
                  <a href="{f:to-document(replace(ref/@target, '\.xml$', ''))}">{ref}</a>
                </th>
              </xsl:for-each>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="TEI/text/body/p">
              <xsl:sequence select="fp:row(., $witnesses/@xml:id)"/>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </article>
  </xsl:template>

  <xsl:function name="fp:row" as="element()">
    <xsl:param name="passage" as="element(p)"/>
    <xsl:param name="signs" as="xs:string+"/>
    <tr>
      <xsl:attribute name="class" select="if ($passage/app) then 'differs' else 'same'"/>
      <xsl:for-each select="$signs">
        <td data-copy="{.}">
          <xsl:apply-templates select="$passage/node()" mode="m:copy">
            <xsl:with-param name="sign" select="." tunnel="yes"/>
          </xsl:apply-templates>
        </td>
      </xsl:for-each>
    </tr>
  </xsl:function>

  <xsl:template match="text()" mode="m:copy" as="text()"><xsl:value-of select="."/></xsl:template>

  <xsl:template match="milestone" mode="m:copy" as="element()"><br/></xsl:template>

  <!-- What this copy has in a place where the copies differ; a stroke stands for nothing. -->
  <xsl:template match="app" mode="m:copy" as="node()*">
    <xsl:param name="sign" as="xs:string" tunnel="yes"/>
    <xsl:variable name="reading" as="element(rdg)?" select="rdg[tokenize(@wit) = '#' || $sign]"/>
    <xsl:choose>
      <xsl:when test="normalize-space($reading)">
        <mark class="{@type}"><xsl:apply-templates select="$reading/node()" mode="m:copy"/></mark>
      </xsl:when>
      <xsl:otherwise>
        <span class="omitted" role="img" aria-label="{f:word('compare.omitted')}">–</span>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- The last word's space stands after the mark, not in it. -->
  <xsl:template match="rdg/text()[not(following-sibling::node())]" mode="m:copy" as="text()" priority="1">
    <xsl:value-of select="replace(., '\s+$', '')"/>
  </xsl:template>

  <xsl:function name="fp:differences" as="xs:string">
    <xsl:param name="collation" as="element(TEI)"/>
    <xsl:variable name="slight" as="xs:integer" select="count($collation//app[@type = 'orthographic'])"/>
    <xsl:sequence select="f:count('compare.differences', count($collation//app))
        || (if ($slight) then f:word('list.separator') || f:word('compare.slight', map { 'n': f:number($slight) }) else '')"/>
  </xsl:function>
</xsl:stylesheet>
