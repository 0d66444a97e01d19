<?xml version="1.0" encoding="UTF-8"?>
<!--
  404.html: what web servers send where there is no page, at whatever address was asked for. Its links
  therefore start from where the edition stands on its host, or from the root where that isn't known.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:template match="c:missing" mode="m:base" as="element(base)">
    <base href="/{$v:base ! replace(., '^[a-z]+://[^/]*/?', '')}"/>
  </xsl:template>

  <xsl:template match="c:missing" mode="m:title" as="xs:string">
    <xsl:sequence select="f:word('missing')"/>
  </xsl:template>

  <xsl:template match="c:missing" mode="m:description" as="xs:string">
    <xsl:sequence select="f:word('missing.about')"/>
  </xsl:template>

  <xsl:template match="c:missing" mode="m:scripts" as="empty-sequence()"/>

  <xsl:template match="c:missing" mode="m:main" as="element()*">
    <header class="head">
      <h1>{f:word('missing')}</h1>
      <p class="size">{f:word('missing.about')}</p>
      <p class="size"><a href="{f:to('documents.html')}">{f:word('missing.documents')}</a></p>
    </header>
    <form class="search" role="search" action="{f:to('search.html')}">
      <label for="query">{f:word('search.words')}</label>
      <div class="line">
        <input type="search" id="query" name="q" autocomplete="off" spellcheck="false"/>
        <button>{f:word('search.go')}</button>
      </div>
    </form>
  </xsl:template>
</xsl:stylesheet>
