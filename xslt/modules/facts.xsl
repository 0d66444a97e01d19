<?xml version="1.0" encoding="UTF-8"?>
<!-- The facts at the head of a document, from its header: date, place, people by their part, archive, language. -->
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

  <xsl:mode name="m:facts" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="teiHeader" mode="m:facts" as="element()?">
    <xsl:where-populated>
      <dl class="facts">
        <xsl:sequence select="fp:date-fact(.)"/>
        <xsl:sequence select="fp:place-fact(.)"/>
        <xsl:apply-templates select="profileDesc/correspDesc/correspAction" mode="m:facts"/>
        <xsl:apply-templates select="profileDesc/particDesc" mode="m:facts"/>
        <xsl:apply-templates select="(fileDesc/sourceDesc//msDesc/msIdentifier, fileDesc/sourceDesc//bibl[@type = 'citation'][not(../msDesc)])[1]" mode="m:facts"/>
        <xsl:sequence select="f:source-fact(false())"/>
        <xsl:apply-templates select="(fileDesc/sourceDesc//textLang)[1]" mode="m:facts"/>
        <xsl:apply-templates select="fileDesc/sourceDesc[not(.//msIdentifier)]/biblStruct" mode="m:facts"/>
      </dl>
    </xsl:where-populated>
  </xsl:template>

  <!-- One fact: a term and what it is; nothing where there is nothing. -->
  <xsl:function name="f:fact" as="element()?">
    <xsl:param name="term" as="xs:string"/>
    <xsl:param name="content" as="item()*"/>
    <xsl:if test="exists($content[normalize-space(string(.))])">
      <div>
        <dt>{$term}</dt>
        <xsl:text> </xsl:text>
        <dd><xsl:sequence select="$content"/></dd>
      </div>
    </xsl:if>
  </xsl:function>

  <!-- Names as a list; the style sheet sets the commas. -->
  <xsl:function name="f:names" as="element()?">
    <xsl:param name="names" as="element()*"/>
    <xsl:where-populated>
      <ul class="names">
        <xsl:for-each select="$names">
          <xsl:where-populated><li><xsl:apply-templates select="." mode="m:text"/></li></xsl:where-populated>
        </xsl:for-each>
      </ul>
    </xsl:where-populated>
  </xsl:function>

  <xsl:function name="fp:date-fact" as="element()?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="setting" as="element(setting)?" select="($header//setting[date | time])[1]"/>
    <xsl:variable name="date" as="element()?" select="($setting/date[normalize-space()], f:document-date($header))[1]"/>
    <xsl:variable name="in-title" as="xs:boolean" select="
        $date/@when = $header/fileDesc/titleStmt/title/date[f:ends-title(.) or exists($v:repeated-head)]/@when"/>
    <xsl:variable name="content" as="node()*">
      <xsl:choose>
        <xsl:when test="$date[self::title or not(normalize-space())]">{f:date(f:sort-date($date))}</xsl:when>
        <xsl:otherwise><xsl:apply-templates select="$date" mode="m:text"/></xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="$setting/time[normalize-space()]">
        <xsl:text>{f:word('list.separator')}</xsl:text>
        <xsl:apply-templates select="." mode="m:text"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="f:fact(f:word('fact.date'), $content[not($in-title) or exists($setting/time)])"/>
  </xsl:function>

  <xsl:function name="fp:place-fact" as="element()?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="places" as="element()*"
        select="($header//setting[placeName | name | locale])[1]/(placeName | name | locale)"/>
    <xsl:variable name="made-at" as="element()*"
        select="$header/profileDesc/creation/placeName[empty($header//correspAction/placeName)]"/>
    <xsl:sequence select="f:fact(f:word('fact.place'), f:names(if ($places) then $places else $made-at))"/>
  </xsl:function>

  <!-- Sender, addressee, and other steps of a letter's way, each with its place. -->
  <xsl:template match="correspAction" mode="m:facts" as="element()?">
    <xsl:variable name="names" as="element()*" select="persName | orgName | name | rs"/>
    <xsl:variable name="content" as="node()*">
      <xsl:sequence select="f:names(if ($names) then $names else p)"/>
      <xsl:where-populated>
        <span class="place">
          <xsl:for-each select="placeName">
            <xsl:if test="position() gt 1">{f:word('list.separator')}</xsl:if>
            <xsl:apply-templates select="." mode="m:text"/>
          </xsl:for-each>
        </span>
      </xsl:where-populated>
    </xsl:variable>
    <xsl:sequence select="f:fact(f:word-or('letter.' || @type, string(@type)), $content)"/>
  </xsl:template>

  <!-- Who took part, grouped by what they did, in the order of the header. -->
  <xsl:template match="particDesc" mode="m:facts" as="element()*">
    <xsl:for-each-group select=".//person | .//personGrp"
        group-by="(@role, 'present'[exists(current()/../settingDesc)], 'person')[1]">
      <xsl:variable name="names" as="element()*" select="current-group()/(persName, name, p, .[not(*)])[1]"/>
      <xsl:variable name="role" as="xs:string" select="current-grouping-key()"/>
      <xsl:sequence select="f:fact(
          f:word-or('role.' || $role || '.' || (if (count($names) gt 1) then 'other' else 'one'), f:word-or('role.' || $role, $role)),
          f:names($names))"/>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="msIdentifier" mode="m:facts" as="element()?">
    <xsl:variable name="content" as="node()*">
      <xsl:for-each select="(institution, repository, collection, idno)[normalize-space()]">
        <xsl:if test="position() gt 1">{f:word('list.separator')}</xsl:if>
        <xsl:sequence select="fp:in-archive(.)"/>
      </xsl:for-each>
      <xsl:for-each select="f:inferred-shelfmark(.)[exists(current()/idno)]">
        <xsl:text> [{f:plain(.)}]</xsl:text>
      </xsl:for-each>
      <xsl:for-each select="f:source-pages(..)">
        <xsl:text>{f:word('list.separator')}{f:pages(.)}</xsl:text>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="f:fact(f:word('fact.archive'), $content)"/>
  </xsl:template>

  <!-- The name of the archive leads to its page, which has all its documents. -->
  <xsl:function name="fp:in-archive" as="node()*">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="archive" as="element(c:held)?" select="$context/c:context/c:held[@kind = 'archive'][1]"/>
    <xsl:variable name="words" as="node()*">
      <xsl:apply-templates select="$part" mode="m:text">
        <xsl:with-param name="linked" select="exists($archive) and local-name($part) = ('repository', 'orgName')" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$archive and local-name($part) = ('repository', 'orgName')">
        <a href="{f:to($archive/@path)}"><xsl:sequence select="$words"/></a>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The source that the document was taken out of with others, or that is this document alone. -->
  <xsl:function name="f:source-fact" as="element()?">
    <xsl:param name="alone" as="xs:boolean"/>
    <xsl:for-each select="$context/c:context/c:held[@kind = 'source'][exists(@alone) = $alone][1]">
      <xsl:variable name="link" as="element()">
        <a href="{f:to(@path)}">{if ($alone) then f:word('fact.source.alone') else @label}</a>
      </xsl:variable>
      <xsl:sequence select="f:fact(f:word('fact.source'), $link)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="bibl[@type = 'citation']" mode="m:facts" as="element()?">
    <xsl:variable name="content" as="node()*">
      <xsl:for-each select="orgName[last()], idno[@type = 'shelfmark']">
        <xsl:if test="position() gt 1">{f:word('list.separator')}</xsl:if>
        <xsl:sequence select="fp:in-archive(.)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="f:fact(f:word('fact.archive'), $content[exists(current()/idno)])"/>
  </xsl:template>

  <xsl:template match="biblStruct" mode="m:facts" as="element()?">
    <xsl:variable name="content" as="node()*">
      <xsl:for-each select="(series/(title, biblScope), monogr[not(../series)]/title[not(f:same-letters(., $v:title))], monogr/imprint/(publisher, date))[normalize-space()]">
        <xsl:if test="position() gt 1">{if (self::biblScope) then ' ' else f:word('list.separator')}</xsl:if>
        <xsl:apply-templates select="." mode="m:text"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="f:fact(f:word('fact.published'), $content)"/>
  </xsl:template>

  <xsl:template match="textLang" mode="m:facts" as="element()?">
    <xsl:variable name="content" as="node()*"><xsl:apply-templates select="node()" mode="m:text"/></xsl:variable>
    <xsl:sequence select="f:fact(f:word('fact.language'), $content)"/>
  </xsl:template>
</xsl:stylesheet>
