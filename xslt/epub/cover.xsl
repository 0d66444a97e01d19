<?xml version="1.0" encoding="UTF-8"?>
<!-- The cover: a drawing of words alone, lines broken by their number of letters; and the page that shows it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:v="urn:teiedition:variable"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/2000/svg"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:variable name="v:cover-words" as="xs:string" select="string-join(
      ($v:title, ($v:edition/@subtitle[. ne ''])[empty($v:single)], f:volume(), $v:edition/@title[exists($v:single)]), '. ')"/>

  <!-- The book of an edition gets the drawing as a picture. -->
  <xsl:variable name="v:cover-file" as="xs:string" select="if ($v:single) then 'cover.svg' else 'cover.png'"/>

  <xsl:function name="f:cover-page" as="element()">
    <section xmlns="http://www.w3.org/1999/xhtml" class="cover" epub:type="cover">
      <img src="{$v:cover-file}" role="doc-cover" alt="{f:word('cover', map { 'title': $v:cover-words })}"/>
    </section>
  </xsl:function>

  <!-- 1200 by 1600: paper, a rule, the title in lines. -->
  <xsl:function name="f:cover" as="element()">
    <xsl:variable name="large" as="xs:boolean" select="fp:width($v:title) le 48"/>
    <xsl:variable name="size" as="xs:integer" select="if ($large) then 128 else if (fp:width($v:title) le 110) then 92 else 68"/>
    <xsl:variable name="lines" as="xs:string*" select="fp:lines($v:title, 1960 idiv $size)"/>
    <xsl:variable name="top" as="xs:integer" select="420"/>
    <xsl:variable name="below" as="xs:integer" select="$top + count($lines) * ($size * 118 idiv 100)"/>
    <xsl:variable name="under" as="xs:string*" select="fp:lines(string-join((
        if ($v:single) then f:dated($v:single) else $v:edition/@subtitle[. ne ''], f:volume()), ' · '), 40)"/>
    <svg viewBox="0 0 1200 1600" width="1200" height="1600" role="img">
      <title>{$v:cover-words}</title>
      <rect width="1200" height="1600" fill="#f4f1e9"/>
      <rect x="120" y="232" width="960" height="8" fill="#86301f"/>
      <g font-family="'Libertinus Serif', Georgia, 'Noto Serif', 'Liberation Serif', serif" fill="#1f1c18">
        <xsl:if test="f:is-right-to-left($v:language)">
          <xsl:attribute name="text-anchor" select="'end'"/>
          <xsl:attribute name="transform" select="'translate(960 0)'"/>
        </xsl:if>
        <xsl:sequence select="fp:set($lines, $top, $size, $size * 118 idiv 100)"/>
        <g font-style="italic" fill="#625b50"><xsl:sequence select="fp:set($under, $below + 30, 48, 64)"/></g>
        <g fill="#625b50">
          <xsl:sequence select="fp:set(fp:lines(string-join(
              if ($v:single) then $v:edition/@title else $v:edition/c:editor, ', '), 46), 1360, 44, 58)[position() le 2]"/>
          <xsl:sequence select="fp:set($v:edition/@publisher[not(. = ('', $v:edition/c:editor))][empty($v:single)] ! substring(., 1, 48), 1500, 38, 50)"/>
        </g>
      </g>
    </svg>
  </xsl:function>

  <xsl:function name="fp:set" as="element()*">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:param name="top" as="xs:integer"/>
    <xsl:param name="size" as="xs:integer"/>
    <xsl:param name="leading" as="xs:integer"/>
    <xsl:for-each select="$lines"><text x="120" y="{$top + (position() - 1) * $leading}" font-size="{$size}">{.}</text></xsl:for-each>
  </xsl:function>

  <!-- Text in lines of so many letters. A language that has no spaces is broken anywhere. -->
  <xsl:function name="fp:lines" as="xs:string*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:iterate select="analyze-string(normalize-space($text), '[&#x2E80;-&#x9FFF;&#xAC00;-&#xD7AF;]|[^\s&#x2E80;-&#x9FFF;&#xAC00;-&#xD7AF;]+|\s')/* ! string()">
      <xsl:param name="line" as="xs:string" select="''"/>
      <xsl:on-completion select="normalize-space($line)[. ne '']"/>
      <xsl:choose>
        <xsl:when test="fp:width($line || .) gt $width and $line ne ''">
          <xsl:sequence select="normalize-space($line)"/>
          <xsl:next-iteration><xsl:with-param name="line" select="replace(., '^\s', '')"/></xsl:next-iteration>
        </xsl:when>
        <xsl:otherwise><xsl:next-iteration><xsl:with-param name="line" select="$line || ."/></xsl:next-iteration></xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>

  <!-- How wide a text is, in letters; a Chinese sign has the width of two. -->
  <xsl:function name="fp:width" as="xs:integer">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="string-length($text) + string-length(replace($text, '[^&#x2E80;-&#x9FFF;&#xAC00;-&#xD7AF;]', ''))"/>
  </xsl:function>
</xsl:stylesheet>
