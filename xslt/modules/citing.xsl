<?xml version="1.0" encoding="UTF-8"?>
<!--
  After a document: how to cite it, in every style one below the other, ready to copy or download. A script shows the
  style that the reader chooses, and fits it to the passage last linked to.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:mode name="m:citing" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="v:format-names" as="map(xs:string, xs:string)"
      select="map { 'bib': 'BibTeX', 'ris': 'RIS', 'json': 'CSL-JSON' }"/>

  <xsl:template match="TEI" mode="m:citing" as="element()">
    <xsl:variable name="facts" as="map(xs:string, xs:string*)"
        select="map:put(f:citation(.), 'filed', f:filed-authors(teiHeader))"/>
    <xsl:variable name="formats" as="map(xs:string, xs:string)" select="f:citation-formats($facts)"/>
    <section class="citing" aria-labelledby="citing" data-copy="{f:word('cite.copy')}" data-copied="{f:word('cite.copied')}"
        data-paragraph="{f:word('cite.paragraph')}" data-url="{$facts?url}">
      <h2 id="citing">{f:word('cite')}</h2>
      <div class="choice">
        <label for="style">{f:word('cite.style')}</label>
        <select id="style">
          <xsl:for-each select="$v:styles"><option value="{.}">{$v:style-names(.)}</option></xsl:for-each>
        </select>
      </div>
      <xsl:for-each select="$v:styles">
        <div class="way" data-style="{.}">
          <h3>{$v:style-names(.)}</h3>
          <p class="citation"><xsl:sequence select="f:cited-as(., $facts)"/></p>
        </div>
      </xsl:for-each>
      <span class="Z3988" title="{f:coins($facts)}"></span>
      <xsl:for-each select="'bib', 'ris', 'json'">
        <details>
          <summary>{$v:format-names(.)}</summary>
          <pre tabindex="0">{translate($formats(.), '&#13;', '')}</pre>
          <a href="{f:to('cite/' || $facts?id || '/' || $facts?id || '.' || .)}" download="{$facts?id}.{.}">{f:word('cite.download')}</a>
        </details>
      </xsl:for-each>
    </section>
  </xsl:template>
</xsl:stylesheet>
