<?xml version="1.0" encoding="UTF-8"?>
<!-- Names. A name that the edition knows links to its page; a script makes a card of it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:template match="persName | placeName | orgName | rs | name | geogName | author | editor | repository
      | district | settlement | region | country | bloc | objectName | eventName"
      mode="m:text" as="element()">
    <xsl:param name="linked" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="entity" as="element(c:entity)?" select="f:entity(.)"/>
    <xsl:choose>
      <xsl:when test="$entity and not($linked)">
        <xsl:sequence select="fp:linked-name(., $entity/@kind, fp:reference(., $entity))"/>
      </xsl:when>
      <xsl:when test="not($linked) and $context/c:context/@page = 'document' and exists(f:candidates(.))">
        <xsl:sequence select="fp:linked-name(., f:candidates(.)[1]/@kind || ' uncertain', fp:open-reference(.))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{f:span-or-div(.)}">
          <xsl:sequence select="f:attributes(., ('name', local-name()))"/>
          <xsl:apply-templates mode="m:text"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A link can't hold a link: where a name holds one (a body within a title, a note), the last words
       that hold none are the link, and the others stand beside it. -->
  <xsl:function name="fp:linked-name" as="element()">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="reference" as="attribute()*"/>
    <xsl:variable name="whole" as="xs:boolean" select="not($name/node() ! fp:holds-link(.) = true())"/>
    <xsl:variable name="last" as="node()?" select="$name/node()[not(fp:holds-link(.))][normalize-space()][last()]"/>
    <xsl:choose>
      <xsl:when test="$whole">
        <a>
          <xsl:sequence select="f:attributes($name, ('name', $class)), $reference"/>
          <xsl:apply-templates select="$name/node()" mode="m:text"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:sequence select="f:attributes($name, ('name', $class))"/>
          <xsl:for-each-group select="$name/node()" group-adjacent="fp:holds-link(.)">
            <xsl:choose>
              <xsl:when test="exists(current-group() intersect $last)">
                <xsl:if test="matches(current-group()[1], '^\s')"><xsl:text> </xsl:text></xsl:if>
                <a class="name {$class}">
                  <xsl:sequence select="$reference"/>
                  <xsl:apply-templates select="current-group()" mode="m:text"/>
                </a>
              </xsl:when>
              <xsl:otherwise><xsl:apply-templates select="current-group()" mode="m:text"/></xsl:otherwise>
            </xsl:choose>
          </xsl:for-each-group>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="fp:reference" as="attribute()*">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="entity" as="element(c:entity)"/>
    <xsl:attribute name="href" select="f:to-entity($entity/@kind, $entity/@ref)"/>
    <xsl:attribute name="data-entity" select="$entity/@ref"/>
    <xsl:variable name="others" as="element(c:entity)*" select="f:candidates($name) except $entity"/>
    <xsl:variable name="doubt" as="xs:string*" select="
        $name/@cert[. = ('low', 'medium')] ! f:word('name.cert.' || .),
        f:word('name.perhaps', map { 'names': string-join($others/@label, f:word('list.or')) })[exists($others)]"/>
    <xsl:if test="exists($doubt)"><xsl:attribute name="data-cert" select="$doubt"/></xsl:if>
  </xsl:function>

  <!-- Of a name that may mean one or another: to where they are listed. -->
  <xsl:function name="fp:open-reference" as="attribute()*">
    <xsl:param name="name" as="element()"/>
    <xsl:attribute name="href" select="'#' || fp:maybe($name)"/>
    <xsl:attribute name="data-entity" select="fp:maybe($name)"/>
  </xsl:function>

  <xsl:function name="fp:maybe" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="'perhaps-' || $name/@xml:id"/>
  </xsl:function>

  <xsl:key name="v:doubts" match="certainty[@match = '@ref'][@assertedValue]" use="tokenize(@target) ! substring-after(., '#')"/>

  <xsl:variable name="v:has-doubts" as="xs:boolean" select="exists(/TEI/standOff//certainty[@match = '@ref'])"/>

  <!-- Those whom a name may mean, as the stand-off says (certainty/@assertedValue), the likeliest first. -->
  <xsl:function name="f:candidates" as="element(c:entity)*">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="doubts" as="element(certainty)*"
        select="if ($v:has-doubts) then $name/@xml:id ! key('v:doubts', ., root($name)) else ()"/>
    <xsl:variable name="ordered" as="element(certainty)*" select="sort($doubts, (), function($doubt) {
        -(($doubt/@degree[. castable as xs:double] ! xs:double(.), 0)[1]) })"/>
    <xsl:sequence select="for $doubt in $ordered return key('v:entity', f:pointer-id($doubt/@assertedValue), $context)[1]"/>
  </xsl:function>

  <!-- Does a node become a link, or hold one? -->
  <xsl:function name="fp:holds-link" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/descendant-or-self::*[map:contains($v:marks, generate-id())
        or self::ref[@target] or self::ptr[@target] or self::gloss[@target] or self::graphic or (@ref, @corresp)[exists(f:entity(..))] or @xml:id[exists(f:candidates(..))]])"/>
  </xsl:function>

  <!-- Parts of names -->
  <xsl:template match="roleName | forename | surname | addName | nameLink | genName | honorific | placeName/geog
      | geogFeat | offset" mode="m:text" as="element()">
    <span>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
