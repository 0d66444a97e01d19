<?xml version="1.0" encoding="UTF-8"?>
<!-- The title page: what the book is, who made it, and what may be done with it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:v="urn:teiedition:variable"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:function name="f:title-page" as="element()">
    <section class="title-page" epub:type="titlepage" aria-labelledby="title">
      <h1 id="title" epub:type="title">
        <xsl:sequence select="$v:single/@lang ! f:in-language(.)"/>
        <xsl:value-of select="$v:title"/>
      </h1>
      <xsl:for-each select="if ($v:single) then f:dated($v:single) else ($v:edition/@subtitle[. ne ''], f:volume())">
        <p class="subtitle">{.}</p>
      </xsl:for-each>
      <xsl:where-populated><p class="author">{string-join($v:single/c:author, f:word('list.separator'))}</p></xsl:where-populated>
      <xsl:where-populated>
        <p class="source"><xsl:value-of select="$v:single/@source"/></p>
      </xsl:where-populated>
      <xsl:if test="$v:single"><p class="edition">{f:word('cite.in')} <cite>{$v:edition/@title}</cite></p></xsl:if>
      <xsl:where-populated>
        <p class="editors">{$v:edition[c:editor] ! f:word('edited-by', map { 'names': string-join(c:editor, f:word('list.separator')) })}</p>
      </xsl:where-populated>
      <xsl:where-populated><p class="publisher"><xsl:value-of select="$v:edition/@publisher[. ne '']"/></p></xsl:where-populated>
      <xsl:where-populated>
        <p class="description"><xsl:value-of select="$v:edition/@description[. ne ''][empty($v:single)]"/></p>
      </xsl:where-populated>
      <xsl:sequence select="fp:imprint()"/>
    </section>
  </xsl:function>

  <!-- Licence; where the book comes from; when its text last changed, if the documents say so. -->
  <xsl:function name="fp:imprint" as="element()?">
    <xsl:variable name="address" as="xs:string?" select="$v:base ! (. || string-join($v:single ! iri-to-uri(@id || '.html')))"/>
    <xsl:variable name="licence" as="xs:string?" select="($v:edition/@licence, $v:edition/@licence-url)[. ne ''][1] ! string()"/>
    <xsl:variable name="terms" as="xs:string?" select="$v:edition/@licence-url[. ne ''] ! string()"/>
    <xsl:where-populated>
      <div class="imprint">
        <xsl:where-populated>
          <p>
            <xsl:choose>
              <xsl:when test="$terms"><a href="{$terms}">{$licence}</a></xsl:when>
              <xsl:otherwise>{$licence}</xsl:otherwise>
            </xsl:choose>
          </p>
        </xsl:where-populated>
        <xsl:for-each select="$address"><p><a href="{.}">{.}</a></p></xsl:for-each>
        <xsl:if test="xs:integer(substring($modified, 1, 4)) gt 1970">
          <p>{f:word('as-of', map { 'date': f:date(substring($modified, 1, 10)) })}</p>
        </xsl:if>
      </div>
    </xsl:where-populated>
  </xsl:function>

  <!-- 'Volume 2' -->
  <xsl:function name="f:volume" as="xs:string?">
    <xsl:sequence select="$volume[. ne ''] ! f:word('print.volume', map { 'number': . })"/>
  </xsl:function>

  <!-- The date of a document for people. -->
  <xsl:function name="f:dated" as="xs:string?">
    <xsl:param name="chapter" as="element(c:chapter)"/>
    <xsl:sequence select="$chapter/@when ! f:date(.)"/>
  </xsl:function>
</xsl:stylesheet>
