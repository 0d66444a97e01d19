<?xml version="1.0" encoding="UTF-8"?>
<!-- The works that the documents of the book cite, each with the passages where. -->
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

  <xsl:key name="v:chapter" match="c:chapter[not(@page)]" use="@id"/>

  <xsl:variable name="v:works" as="element(c:work)*" select="$context/c:context/c:work"/>

  <!-- Published works by their authors, then archival items by their archives: in the order of the context. -->
  <xsl:function name="f:bibliography" as="element()">
    <section class="register" epub:type="bibliography" role="doc-bibliography" aria-labelledby="title">
      <h1 id="title">{f:word('menu.works')}</h1>
      <xsl:for-each-group select="$v:works" group-by="@kind = 'archival'">
        <xsl:if test="current-grouping-key()"><h2>{f:word('works.archival')}</h2></xsl:if>
        <dl>
          <xsl:for-each select="current-group()">
            <dt id="{f:work-id(.)}" class="work"><xsl:sequence select="fp:entry-of(.)"/></dt>
            <xsl:for-each select="c:in">
              <dd><xsl:sequence select="f:locator(key('v:chapter', @id, $v:book), @at)"/></dd>
            </xsl:for-each>
          </xsl:for-each>
        </dl>
      </xsl:for-each-group>
    </section>
  </xsl:function>

  <xsl:function name="f:work-id" as="xs:string">
    <xsl:param name="work" as="element(c:work)"/>
    <xsl:sequence select="'work.' || index-of($v:works/@id, $work/@id)[1]"/>
  </xsl:function>

  <!-- 'Maas, Ada. Lamps of the Baltic. 1931.' -->
  <xsl:function name="fp:entry-of" as="node()*">
    <xsl:param name="work" as="element(c:work)"/>
    <xsl:for-each select="$work/@authors">{.}{if (matches(., '\.$')) then ' ' else '. '}</xsl:for-each>
    <xsl:choose>
      <xsl:when test="$work/@kind = ('book', 'periodical')"><cite class="title level-m">{$work/@label}</cite></xsl:when>
      <xsl:otherwise>{$work/@label}</xsl:otherwise>
    </xsl:choose>
    <xsl:text>. </xsl:text>
    <xsl:for-each select="$work/@host"><cite class="title level-j">{.}</cite></xsl:for-each>
    <xsl:text>{', '[$work/@host and $work/@year]}{$work/@year}{'.'[$work/(@host, @year)]}</xsl:text>
  </xsl:function>
</xsl:stylesheet>
