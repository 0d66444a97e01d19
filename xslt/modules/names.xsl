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
        <xsl:sequence select="fp:linked-name(., $entity)"/>
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
    <xsl:param name="entity" as="element(c:entity)"/>
    <xsl:variable name="whole" as="xs:boolean" select="not($name/node() ! fp:holds-link(.) = true())"/>
    <xsl:variable name="last" as="node()?" select="$name/node()[not(fp:holds-link(.))][normalize-space()][last()]"/>
    <xsl:choose>
      <xsl:when test="$whole">
        <a>
          <xsl:sequence select="f:attributes($name, ('name', $entity/@kind)), fp:reference($name, $entity)"/>
          <xsl:apply-templates select="$name/node()" mode="m:text"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:sequence select="f:attributes($name, ('name', $entity/@kind))"/>
          <xsl:for-each-group select="$name/node()" group-adjacent="fp:holds-link(.)">
            <xsl:choose>
              <xsl:when test="exists(current-group() intersect $last)">
                <xsl:if test="matches(current-group()[1], '^\s')"><xsl:text> </xsl:text></xsl:if>
                <a class="name {$entity/@kind}">
                  <xsl:sequence select="fp:reference($name, $entity)"/>
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
    <xsl:for-each select="$name/@cert[. = ('low', 'medium')]">
      <xsl:attribute name="data-cert" select="f:word('name.cert.' || .)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Does a node become a link, or hold one? -->
  <xsl:function name="fp:holds-link" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/descendant-or-self::*[map:contains($v:marks, generate-id())
        or self::ref[@target] or self::ptr[@target] or self::graphic or @ref[exists(f:entity(..))]])"/>
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
