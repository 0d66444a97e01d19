<?xml version="1.0" encoding="UTF-8"?>
<!--
  What reference managers and search engines read in a page's head: Highwire Press and Dublin Core
  meta tags, schema.org, the links to the pages before and after, the canonical address.
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
    exclude-result-prefixes="#all">

  <xsl:mode name="m:citation-meta" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="m:citation-meta" as="element()*">
    <xsl:sequence select="f:canonical()"/>
  </xsl:template>

  <xsl:template match="TEI" mode="m:citation-meta" as="element()*" priority="1">
    <xsl:variable name="id" as="xs:string" select="$context/c:context/@id"/>
    <xsl:variable name="date" as="xs:string?" select="f:sort-date(f:document-date(teiHeader))"/>
    <xsl:variable name="title" as="xs:string" select="f:document-title(teiHeader)"/>
    <xsl:variable name="authors" as="xs:string*" select="f:authors(teiHeader)"/>
    <xsl:sequence select="f:canonical()"/>
    <link rel="alternate" type="application/tei+xml" href="{f:to($id || '.xml')}"/>
    <xsl:for-each select="$context/c:context/(c:previous | c:next)">
      <link rel="{if (self::c:previous) then 'prev' else 'next'}" href="{f:to-document(@id)}"/>
    </xsl:for-each>
    <xsl:sequence select="
        f:meta('citation_title', $title),
        f:meta('citation_author', $authors),
        f:meta('citation_publication_date', $date ! translate(., '-', '/')),
        f:meta('citation_publisher', string($v:edition/@publisher)),
        f:meta('citation_inbook_title', string($v:edition/@title)),
        f:meta('citation_language', string((text/@xml:lang, @xml:lang)[1])),
        f:meta('citation_public_url', $v:base ! (. || $path)),
        f:meta('citation_pdf_url', $v:base[$v:edition/@print = 'true'] ! (. || '../print/' || $id || '.pdf')),
        f:meta('DC.title', $title),
        f:meta('DC.creator', $authors),
        f:meta('DC.date', $date),
        f:meta('DC.type', 'Text'),
        f:meta('DC.publisher', string($v:edition/@publisher)),
        f:meta('DC.language', string((text/@xml:lang, @xml:lang)[1])),
        f:meta('DC.source', (teiHeader/fileDesc/sourceDesc//msIdentifier)[1] ! string-join(*[normalize-space()] ! f:plain(.), ', ')),
        f:meta('DC.isPartOf', string($v:edition/@title)),
        f:meta('DC.rights', string(($v:edition/@licence-url[. ne ''], $v:edition/@licence)[1])),
        f:meta('DC.identifier', ($v:base ! (. || $path), $id)[1])"/>
    <script type="application/ld+json"><xsl:value-of select="f:schema-org(f:citation(.))"/></script>
  </xsl:template>

  <xsl:function name="f:canonical" as="element()?">
    <xsl:if test="$v:base">
      <link rel="canonical" href="{$v:base || replace($path, '(^|/)index\.html$', '$1')}"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
