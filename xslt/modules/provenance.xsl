<?xml version="1.0" encoding="UTF-8"?>
<!-- At the foot of a document: where it comes from, who made it available, how it was edited. -->
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

  <xsl:mode name="m:provenance" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="teiHeader" mode="m:provenance" as="element()?">
    <section class="about-document" aria-labelledby="about-document">
      <h2 id="about-document">{f:word('provenance')}</h2>
      <dl class="facts">
        <xsl:sequence select="
            fp:fact('citation', fileDesc/sourceDesc/bibl),
            f:source-fact(true()),
            fp:fact('published-in', fileDesc/sourceDesc/biblStruct),
            fp:fact('witnesses', fileDesc/sourceDesc/listWit/witness),
            fp:fact('languages', profileDesc/langUsage/language)"/>
        <xsl:apply-templates select="fileDesc/titleStmt/(respStmt, sponsor, funder)" mode="m:provenance"/>
        <xsl:sequence select="
            fp:fact('credits', fileDesc/notesStmt/note),
            fp:fact('publisher', fileDesc/publicationStmt/(publisher | distributor | authority)),
            fp:fact('address', fileDesc/publicationStmt/idno[@type = 'URL']),
            fp:fact('rights', fileDesc/publicationStmt/availability/*),
            fp:fact('editing', encodingDesc/(projectDesc | samplingDecl | editorialDecl)//p)"/>
      </dl>
      <xsl:for-each select="fileDesc/sourceDesc//msDesc[f:tells(.)] except f:content(..)">
        <details class="description">
          <summary>{f:word('ms.msDesc')}</summary>
          <xsl:apply-templates select="." mode="m:text"/>
        </details>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template match="respStmt" mode="m:provenance" as="element()?">
    <xsl:sequence select="f:fact(string-join(resp ! f:plain(.), ', '), f:names(* except (resp, note)))"/>
  </xsl:template>

  <xsl:template match="funder | sponsor" mode="m:provenance" as="element()?">
    <xsl:sequence select="f:fact(f:word('provenance.' || local-name()), f:names(.))"/>
  </xsl:template>

  <!-- One or several statements under one term, each a paragraph. -->
  <xsl:function name="fp:fact" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="statements" as="element()*"/>
    <xsl:variable name="content" as="element()*">
      <xsl:for-each select="$statements[normalize-space()]">
        <div class="statement">
          <xsl:sequence select="f:language(.)"/>
          <xsl:apply-templates select="." mode="m:statement"/>
        </div>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="f:fact(f:word('provenance.' || $key), $content)"/>
  </xsl:function>

  <xsl:mode name="m:statement" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="m:statement" as="node()*">
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>

  <xsl:template match="biblStruct | availability/* | listBibl" mode="m:statement" as="node()*" priority="1">
    <xsl:apply-templates select="." mode="m:text"/>
  </xsl:template>

  <xsl:template match="idno[@type = 'URL']" mode="m:statement" as="element()" priority="1">
    <a href="{normalize-space()}">{normalize-space()}</a>
  </xsl:template>
</xsl:stylesheet>
