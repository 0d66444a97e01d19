<?xml version="1.0" encoding="UTF-8"?>
<!--
  The record of a document. It holds facts and short excerpts as plain text; what is absent in the
  document is absent in the record. Input: a TEI document; output: c:document.
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
    default-mode="m:record"
    expand-text="yes">

  <xsl:include href="modules/anchors.xsl"/>
  <xsl:include href="modules/plain.xsl"/>
  <xsl:include href="modules/pointers.xsl"/>
  <xsl:include href="modules/dividing.xsl"/>

  <xsl:mode name="m:record" on-no-match="deep-skip" on-multiple-match="fail" use-accumulators="v:numbers"/>

  <xsl:output method="xml" indent="no" encoding="UTF-8"/>

  <xsl:param name="id" as="xs:string"/>

  <!-- Words of context on either side of a mention, in characters; cut at a word. -->
  <xsl:variable name="v:width" as="xs:integer" select="90"/>

  <xsl:template match="/" as="element(c:document)">
    <xsl:variable name="header" as="element(teiHeader)?" select="(TEI | teiCorpus)/teiHeader[1]"/>
    <xsl:variable name="date" as="element()?" select="f:document-date($header)"/>
    <xsl:variable name="text" as="element(text)*" select="*/text"/>
    <c:document id="{$id}" title="{(f:document-title($header)[. ne ''], $id)[1]}" words="{count(tokenize(string-join($text)))}">
      <xsl:where-populated>
        <xsl:attribute name="genre" select="($text/@type, $header//textClass/catRef/@target ! substring-after(., '#'))[1]"/>
        <xsl:attribute name="when" select="f:sort-date($date)"/>
        <xsl:attribute name="lang" select="($text/@xml:lang, */@xml:lang)[1]"/>
        <xsl:attribute name="changed" select="fp:last-change($header)"/>
        <xsl:attribute name="former" select="$header/fileDesc/publicationStmt//idno[@type = 'former'] ! normalize-space()[matches(., '^\w[\w.-]*$')]"/>
        <xsl:attribute name="pictures" select="count(*/facsimile//graphic[@width and @height])[. gt 0]"/>
      </xsl:where-populated>
      <xsl:sequence select="f:parts()"/>
      <xsl:for-each select="distinct-values(*/(text | facsimile | sourceDoc | standOff)//(@facs | graphic/@url | media/@url) ! tokenize(.) ! f:resolved(.))[matches(., '\.\w{2,5}$')][not(matches(., '^([A-Za-z][A-Za-z0-9+.-]*:|#|/)'))]">
        <c:picture url="{.}"/>
      </xsl:for-each>
      <xsl:apply-templates select="$date"/>
      <xsl:apply-templates select="$header/fileDesc/sourceDesc"/>
      <xsl:apply-templates select="$header/profileDesc/abstract"/>
      <xsl:apply-templates select="$header/fileDesc/titleStmt/(author | respStmt)"/>
      <xsl:apply-templates select="$header/profileDesc/(correspDesc/correspAction | particDesc//person)"/>
      <xsl:for-each-group select="$text//u" group-by="f:speaker-ids(.)">
        <xsl:variable name="names" as="element()*" select="key('v:by-id', current-grouping-key(), root($header))/persName"/>
        <c:person role="speaker" kind="person" ref="{current-grouping-key()}">{f:plain($names[1])}</c:person>
      </xsl:for-each-group>
      <xsl:for-each-group select="$text//(persName | placeName | orgName | rs[@ref or @key] | author[@ref or @key] | editor[@ref or @key])
              [not(ancestor::persName or ancestor::orgName or ancestor::placeName)]"
          group-by="generate-id(fp:context-block(.))">
        <xsl:apply-templates select="current-group()">
          <xsl:with-param name="run" select="f:run(fp:context-block(.))"/>
        </xsl:apply-templates>
      </xsl:for-each-group>
      <xsl:for-each-group select="$text//measure" group-by="generate-id(fp:context-block(.))">
        <xsl:apply-templates select="current-group()">
          <xsl:with-param name="run" select="f:run(fp:context-block(.))"/>
        </xsl:apply-templates>
      </xsl:for-each-group>
      <xsl:for-each-group select="$text//(bibl | biblStruct)[not(ancestor::bibl or ancestor::biblStruct)]"
          group-adjacent="generate-id(..)">
        <c:cites><xsl:sequence select="fp:place(.)"/><xsl:apply-templates select="current-group()">
          <xsl:with-param name="run" select="if (parent::listBibl) then map {} else f:run(fp:context-block(.))"/>
        </xsl:apply-templates></c:cites>
      </xsl:for-each-group>
      <xsl:apply-templates select="$text//date"/>
      <xsl:apply-templates select="$header//(relatedItem[@target] | listWit//ref[@target]), $text//ref[@target]"/>
      <xsl:for-each-group select="*/standOff//certainty[@match = '@ref'][@assertedValue]" group-by="f:pointer-id(@assertedValue)">
        <c:candidate ref="{current-grouping-key()}"/>
      </xsl:for-each-group>
      <xsl:for-each-group group-by="f:pointer-id(@ref)" select="$header//(placeName | orgName | persName | repository | publisher)[@ref]">
        <c:named kind="{fp:kind(.)}" ref="{current-grouping-key()}">{f:plain(.)}</c:named>
      </xsl:for-each-group>
    </c:document>
  </xsl:template>

  <xsl:template match="(date | origDate | titleStmt/title)[ancestor::teiHeader]" as="element(c:date)">
    <c:date>
      <xsl:if test="not(@from | @to | @notBefore | @notAfter)"><xsl:attribute name="when" select="f:sort-date(.)"/></xsl:if>
      <xsl:copy-of select="@when | @from | @to | @notBefore | @notAfter"/>
      <xsl:if test="not(self::title)">{f:plain(.)}</xsl:if>
    </c:date>
  </xsl:template>

  <xsl:template match="sourceDesc" as="element(c:source)">
    <xsl:variable name="manuscript" as="element(msIdentifier)?" select="(.//msIdentifier)[1]"/>
    <xsl:variable name="citation" as="element(bibl)?" select="bibl[@type = 'citation'][1]"/>
    <xsl:variable name="host" as="element(relatedItem)?" select="(.//relatedItem[@type = 'host'])[1]"/>
    <c:source>
      <xsl:where-populated>
        <xsl:attribute name="id" select="../publicationStmt/idno[@type = 'source'][1]"/>
        <xsl:attribute name="repository" select="$manuscript/repository ! f:plain(.)"/>
        <xsl:attribute name="ref" select="$manuscript/repository/@ref ! f:pointer-id(.)"/>
        <xsl:attribute name="shelfmark" select="(f:shelfmark($manuscript), $citation/idno[@type = 'shelfmark'])[1] ! f:plain(.)"/>
        <xsl:attribute name="pages" select="(f:source-pages(.), $citation/biblScope[@unit = 'page'][1] ! f:plain(.))[1]"/>
        <xsl:attribute name="part-of" select="$host/@target ! fp:document(.)"/>
        <xsl:attribute name="position" select="$host/@n, .//biblScope[@unit = 'document'][1]"/>
      </xsl:where-populated>
    </c:source>
  </xsl:template>

  <xsl:template match="abstract" as="element(c:abstract)">
    <c:abstract>{f:plain(.)}</c:abstract>
  </xsl:template>

  <xsl:template match="titleStmt/author" priority="1" as="element(c:person)">
    <xsl:sequence select="fp:person('author', (@ref, persName/@ref, f:name-id(.))[1], .)"/>
  </xsl:template>

  <xsl:template match="respStmt" as="element(c:person)*">
    <xsl:variable name="role" as="xs:string?"
        select="if (contains(lower-case(resp[1]), 'translat')) then 'translator'
                else if (contains(lower-case(resp[1]), 'obtain')) then 'obtainer' else ()"/>
    <xsl:if test="$role">
      <xsl:for-each select="persName | name | orgName">
        <xsl:sequence select="fp:person($role, f:name-id(.), .)"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="correspAction[@type = ('sent', 'received')]" as="element(c:person)*">
    <xsl:variable name="role" as="xs:string" select="if (@type = 'sent') then 'sender' else 'addressee'"/>
    <xsl:for-each select="persName | orgName | name | rs">
      <xsl:sequence select="fp:person($role, f:name-id(.), .)"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="particDesc//person" as="element(c:person)">
    <xsl:sequence select="fp:person((@role, 'present')[1], (@corresp, persName/@ref, @xml:id[not(fp:is-role(..))])[1], (persName, .)[1])"/>
  </xsl:template>

  <!-- Is somebody listed as taking part a role of a play? Plays give the same ids to different roles. -->
  <xsl:function name="fp:is-role" as="xs:boolean">
    <xsl:param name="person" as="element()"/>
    <xsl:sequence select="exists(root($person)/*/text//(castList | sp))"/>
  </xsl:function>

  <!-- A name within a name is the outer name's affair; the outermost one is the mention. -->
  <xsl:template match="persName | placeName | orgName | rs | author | editor" as="element(c:mention)">
    <xsl:param name="run" as="map(xs:string, item())"/>
    <c:mention kind="{fp:kind(.)}">
      <xsl:sequence select="fp:place(.)"/>
      <xsl:where-populated>
        <xsl:attribute name="ref" select="f:name-id(.)"/>
        <xsl:attribute name="speaker" select="ancestor::sp[1]/@who ! f:pointer-id(.)"/>
        <xsl:attribute name="label" select="parent::speaker ! 'true'"/>
        <xsl:attribute name="bare" select="self::*[roleName] ! fp:bare(.)"/>
      </xsl:where-populated>
      <c:before>{f:words-before(., $run, $v:width)}</c:before>
      <c:name>{f:plain(.)}</c:name>
      <c:after>{f:words-after(., $run, $v:width)}</c:after>
    </c:mention>
  </xsl:template>

  <!-- A citation as it is encoded, from which the catalogue tells the work; an entry of a list has no words around it. -->
  <xsl:template match="text//(bibl | biblStruct)" as="element(c:citation)">
    <xsl:param name="run" as="map(xs:string, item())"/>
    <c:citation>
      <xsl:if test="not(parent::listBibl)">
        <c:before>{f:words-before(., $run, $v:width)}</c:before>
        <c:after>{f:words-after(., $run, $v:width)}</c:after>
      </xsl:if>
      <c:words>{f:plain(.)}</c:words>
      <xsl:copy-of select="." copy-namespaces="no"/>
    </c:citation>
  </xsl:template>

  <xsl:template match="text//measure" as="element(c:measure)">
    <xsl:param name="run" as="map(xs:string, item())"/>
    <c:measure>
      <xsl:sequence select="fp:place(.)"/>
      <xsl:copy-of select="@type | @quantity | @unit | @commodity | @atLeast | @atMost"/>
      <xsl:if test="@commodity">
        <xsl:attribute name="before" select="f:words-before(., $run, $v:width)"/>
        <xsl:attribute name="after" select="f:words-after(., $run, $v:width)"/>
      </xsl:if>
      <xsl:value-of select="f:plain(.)"/>
    </c:measure>
  </xsl:template>

  <xsl:template match="text//date" as="element(c:date-mention)">
    <c:date-mention>
      <xsl:sequence select="fp:place(.)"/>
      <xsl:copy-of select="@type | @when | @from | @to | @notBefore | @notAfter"/>
      <xsl:value-of select="f:plain(.)"/>
    </c:date-mention>
  </xsl:template>

  <xsl:template match="relatedItem[@target]" as="element(c:link)">
    <c:link type="{(@type, 'related')[1]}" target="{fp:document(@target)}">
      <xsl:copy-of select="@n"/>
    </c:link>
  </xsl:template>

  <xsl:template match="listWit//ref" as="element(c:link)" priority="2">
    <c:link type="witness" target="{fp:document(@target)}"/>
  </xsl:template>

  <!-- A link to another document of the edition is written as its file or its page. -->
  <xsl:template match="ref[matches(@target, '^([^:#]*/)?[^:/#]+\.(xml|html)(#.*)?$')]" as="element(c:link)">
    <c:link type="cites" target="{fp:document(@target)}" at="{f:anchor(.)}"/>
  </xsl:template>

  <xsl:function name="fp:person" as="element(c:person)">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="ref" as="xs:string?"/>
    <xsl:param name="name" as="element()"/>
    <c:person role="{$role}" kind="{fp:kind($name)}">
      <xsl:where-populated><xsl:attribute name="ref" select="$ref ! f:pointer-id(.)"/></xsl:where-populated>
      <xsl:value-of select="f:plain($name)"/>
    </c:person>
  </xsl:function>

  <xsl:function name="fp:kind" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        if ($name/self::placeName or $name/@type = 'place') then 'place'
        else if ($name/self::orgName or $name/self::repository or $name/self::publisher or $name/@type = ('org', 'organisation')) then 'organisation'
        else 'person'"/>
  </xsl:function>

  <!-- A name without the titles in it. -->
  <xsl:function name="fp:bare" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="normalize-space(string-join($name/node()[not(self::roleName)] ! f:plain(.), ' '))"/>
  </xsl:function>

  <!-- Where in the document something stands: the name of its block, and of the page if there are several. -->
  <xsl:function name="fp:place" as="attribute()+">
    <xsl:param name="node" as="element()"/>
    <xsl:attribute name="at" select="f:anchor($node)"/>
    <xsl:for-each select="f:part-name($node)">
      <xsl:attribute name="part" select="."/>
    </xsl:for-each>
  </xsl:function>

  <!-- '1961-07-11-minutes.xml#p3' → '1961-07-11-minutes' -->
  <xsl:function name="fp:document" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="replace($pointer, '^([^:#]*/)?([^:/#]+)\.(xml|html)(#.*)?$', '$2')"/>
  </xsl:function>

  <!-- The day on which the document says that it was last changed, or was published. -->
  <xsl:function name="fp:last-change" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="changes" as="attribute()*" select="$header/revisionDesc//(change, .)/(@when | @to | @notAfter)"/>
    <xsl:variable name="days" as="xs:string*" select="if ($changes) then $changes ! string() else $header/fileDesc/publicationStmt/date/@when ! string()"/>
    <xsl:sequence select="max($days[matches(., '^\d{4}(-\d\d){0,2}$')])"/>
  </xsl:function>

  <xsl:function name="fp:context-block" as="element()">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="($name/ancestor::*[self::p or self::head or self::item or self::note or self::sp
        or self::opener or self::closer or self::ab or self::cell or self::l][1], $name/parent::*)[1]"/>
  </xsl:function>
</xsl:stylesheet>
