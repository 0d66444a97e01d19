<?xml version="1.0" encoding="UTF-8"?>
<!-- References: links within the document, to other documents, to the web. -->
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

  <xsl:template match="ref" mode="m:text" as="element()">
    <xsl:param name="linked" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="target" as="xs:string?" select="@target ! f:target(.)"/>
    <xsl:choose>
      <xsl:when test="$target and not($linked)
          and not(f:holds-blocks(.))"><xsl:sequence select="fp:link(., $target)"/></xsl:when>
      <xsl:otherwise>
        <xsl:element name="{f:span-or-div(.)}">
          <xsl:sequence select="f:attributes(., 'ref')"/>
          <xsl:apply-templates mode="m:text"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A term that is explained elsewhere leads there; what a list of the same text says of it is at hand. -->
  <xsl:template match="gloss[@target] | term[@target]" mode="m:text" as="element()">
    <xsl:param name="linked" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="target" as="xs:string?" select="f:target(@target)[not($linked or f:holds-blocks(current()) or current()//(note | ref | ptr))]"/>
    <xsl:variable name="explained" as="element()?" select="@target[starts-with(., '#')]/key('v:by-id', substring(., 2))[1]
        /ancestor-or-self::*[self::item or self::row or self::entry][1] except ancestor::*"/>
    <xsl:element name="{if ($target) then 'a' else f:span-or-div(.)}">
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:if test="$target">
        <xsl:attribute name="href" select="$target"/>
        <xsl:for-each select="$explained"><xsl:attribute name="title" select="replace(f:plain(.), '^(.{240}\S*).*$', '$1 …')"/></xsl:for-each>
      </xsl:if>
      <xsl:apply-templates mode="m:text">
        <xsl:with-param name="linked" select="exists($target) or $linked" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <!-- Notes within a link's words stand beside it; names within it are not links of their own. -->
  <xsl:function name="fp:link" as="element()">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:param name="target" as="xs:string"/>
    <span>
      <xsl:sequence select="f:attributes($ref, 'ref')"/>
      <xsl:for-each-group select="$ref/node()" group-adjacent="exists(descendant-or-self::note[f:is-footnote(.)])">
        <xsl:choose>
          <xsl:when test="current-grouping-key()"><xsl:apply-templates select="current-group()"
              mode="m:text"/></xsl:when>
          <xsl:otherwise>
            <a href="{$target}">
              <xsl:apply-templates select="current-group()" mode="m:text">
                <xsl:with-param name="linked" select="true()" tunnel="yes"/>
              </xsl:apply-templates>
            </a>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </span>
  </xsl:function>

  <!-- A pointer has no words of its own: those of its target, else the address. -->
  <xsl:template match="ptr" mode="m:text" as="element()">
    <xsl:param name="linked" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="target" as="xs:string?" select="@target ! f:target(.)"/>
    <xsl:variable name="place" as="element()?" select="key('v:by-id', f:pointer-id(string(@target)))[1]"/>
    <xsl:variable name="words" as="xs:string?" select="
        ($place/(head, label, @n)[1] ! f:plain-words(.), replace(string(@target), '^#', ''), f:plain(.))[. ne ''][1]"/>
    <xsl:element name="{if ($target and not($linked)) then 'a' else 'span'}">
      <xsl:sequence select="f:attributes(., 'ptr')"/>
      <xsl:if test="$target and not($linked)"><xsl:attribute name="href" select="$target"/></xsl:if>
      <xsl:value-of select="$words"/>
    </xsl:element>
  </xsl:template>

  <!-- Where a pointer of the document (@target, @corresp) leads from this page: to a place in it, to
       an entity, to another document, to the web. Empty where nothing that the site has is meant. -->
  <xsl:function name="f:target" as="xs:string?">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:variable name="first" as="xs:string" select="(tokenize($pointer), '')[1]"/>
    <xsl:variable name="id" as="xs:string" select="f:pointer-id($first)"/>
    <xsl:variable name="place" as="element()?"
        select="if (starts-with($first, '#')) then key('v:by-id', $id, root($pointer))[1] else ()"/>
    <xsl:variable name="entity" as="element(c:entity)?" select="key('v:entity', $id, $context)[1]"/>
    <xsl:choose>
      <xsl:when test="matches($first, '^(https?|mailto):', 'i')">
        <xsl:sequence select="iri-to-uri($first)"/>
      </xsl:when>
      <xsl:when test="$place">
        <xsl:sequence select="if ($place/ancestor::text) then f:to-place($place, $id) else '#text'"/>
      </xsl:when>
      <xsl:when test="contains($first, '#') and $entity">
        <xsl:sequence select="f:to-entity($entity/@kind, $id)"/>
      </xsl:when>
      <xsl:when test="matches($first, $v:other-document)">
        <xsl:sequence select="fp:to-other(replace($first, $v:other-document, '$2'), replace($first, $v:other-document, '$4'))"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- How a text names another document of the edition: by its file or its page, wherever its folder is. -->
  <xsl:variable name="v:other-document" as="xs:string" select="'^([^:#]*/)?([^:/#]+)\.(xml|html)(#.*)?$'"/>

  <!-- The document of that name, if the edition has it: pages of other kinds know no documents and trust the text. -->
  <xsl:function name="fp:to-other" as="xs:string?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="anchor" as="xs:string"/>
    <xsl:variable name="here" as="element(c:context)" select="$context/c:context"/>
    <xsl:sequence select="
        if ($id = $here/@id) then ($anchor[. ne ''], '#text')[1]
        else if (not($here/@page = 'document') or $id = $here/*/@id) then f:to-document($id) || $anchor
        else ()"/>
  </xsl:function>

  <xsl:function name="f:plain-words" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="if ($node instance of element()) then f:plain($node) else string($node)"/>
  </xsl:function>

  <xsl:template match="idno | ident[@type = 'URL'] | email" mode="m:text" as="element()">
    <span>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:apply-templates mode="m:text"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
