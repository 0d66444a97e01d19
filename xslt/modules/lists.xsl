<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists: bulleted, numbered, with labels of their own, glossaries; lists of names and persons. -->
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

  <!-- A list whose heading or page breaks stand beside its items: HTML allows items alone in a list. -->
  <xsl:template match="list[head | desc | trailer | note]" mode="m:text" as="element()" priority="2">
    <div class="list">
      <xsl:apply-templates select="head | desc" mode="m:text"/>
      <xsl:next-match/>
      <xsl:apply-templates select="trailer | note" mode="m:text"/>
    </div>
  </xsl:template>

  <xsl:template match="list" mode="m:text" as="element()">
    <xsl:element name="{if (fp:is-numbered(.)) then 'ol' else 'ul'}">
      <xsl:sequence select="f:attributes(., 'labelled'[current()/(label | item/label)])"/>
      <xsl:apply-templates select="* except (head, desc, trailer, note)" mode="m:list"/>
    </xsl:element>
  </xsl:template>

  <!-- Terms and what they mean. -->
  <xsl:template match="list[@type = 'gloss'][label]" mode="m:text" as="element()" priority="1">
    <dl>
      <xsl:sequence select="f:attributes(., 'gloss')"/>
      <xsl:apply-templates select="* except (head, desc, trailer, note)" mode="m:glossary"/>
    </dl>
  </xsl:template>

  <xsl:mode name="m:list" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:glossary" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="item" mode="m:list" as="element()">
    <li>
      <xsl:sequence select="f:attributes(., ())"/>
      <xsl:for-each select="preceding-sibling::*[1]/self::label">
        <xsl:apply-templates select="." mode="m:text"/>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:apply-templates mode="m:text"/>
      <xsl:sequence select="f:permalink(.)"/>
    </li>
  </xsl:template>

  <!-- A label is shown in its item. -->
  <xsl:template match="label[following-sibling::*[1]/self::item]" mode="m:list" as="empty-sequence()" priority="1"/>

  <xsl:template match="*" mode="m:list" as="element()">
    <li class="apart"><xsl:apply-templates select="." mode="m:text"/></li>
  </xsl:template>

  <xsl:template match="label | headLabel" mode="m:glossary" as="element()">
    <dt><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates mode="m:text"/></dt>
  </xsl:template>

  <xsl:template match="item | headItem" mode="m:glossary" as="element()">
    <dd><xsl:sequence select="f:attributes(., ())"/><xsl:apply-templates mode="m:text"/></dd>
  </xsl:template>

  <xsl:template match="*" mode="m:glossary" as="element()" priority="-1">
    <dd class="apart"><xsl:apply-templates select="." mode="m:text"/></dd>
  </xsl:template>

  <xsl:function name="fp:is-numbered" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="(tokenize($list/@rend), tokenize($list/@type)) = ('ordered', 'numbered', 'order')
        and empty($list/(label | item/label))"/>
  </xsl:function>

  <!-- The heading of a list, table or figure is not one of the text's outline. -->
  <xsl:template match="list/head | listBibl/head | listPerson/head | listPlace/head | listOrg/head | castList/head
      | lg/head
      | listWit/head | listApp/head | list/desc" mode="m:text" as="element()" priority="2">
    <p>
      <xsl:sequence select="f:attributes(., 'list-head')"/>
      <xsl:apply-templates mode="m:text"/>
    </p>
  </xsl:template>

  <!-- Lists of persons, places, bodies, events and casts in the text -->

  <xsl:template match="listPerson | listPlace | listOrg | listEvent | listNym | listWit | castList | castGroup
      | spGrp/castList" mode="m:text" as="element()">
    <div>
      <xsl:sequence select="f:attributes(., ('list', local-name()))"/>
      <xsl:apply-templates select="head" mode="m:text"/>
      <ul>
        <xsl:apply-templates select="* except head" mode="m:list"/>
      </ul>
    </div>
  </xsl:template>

  <xsl:template match="castGroup/head" mode="m:text" as="element()">
    <p class="list-head"><xsl:apply-templates mode="m:text"/></p>
  </xsl:template>

  <!-- An entry about somebody or something: its name, which leads to its page, then what is said of it. -->
  <xsl:template match="listPerson/person | listPlace/place | listOrg/org" mode="m:list" as="element()" priority="1">
    <xsl:variable name="name" as="element()?" select="(persName, placeName, orgName, geogName, name)[normalize-space()][1]"/>
    <xsl:variable name="entity" as="element(c:entity)?" select="@xml:id ! key('v:entity', ., $context)[1]"/>
    <li>
      <xsl:sequence select="f:attributes(., (local-name(), 'entry-of-list'))"/>
      <xsl:choose>
        <xsl:when test="$entity"><a class="name {$entity/@kind}" href="{f:to-entity($entity/@kind, $entity/@ref)}" data-entity="{$entity/@ref}">{f:plain($name)}</a></xsl:when>
        <xsl:otherwise><b>{f:plain($name)}</b></xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="* except $name">
        <xsl:where-populated><xsl:apply-templates select="." mode="m:said-of"/></xsl:where-populated>
      </xsl:for-each>
      <xsl:apply-templates select="text()[normalize-space()]" mode="m:text"/>
    </li>
  </xsl:template>

  <xsl:mode name="m:said-of" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*" mode="m:said-of" as="element()*">
    <span class="said {local-name()}">
      <xsl:if test="normalize-space() or @when">
        <xsl:text> · </xsl:text>
        <xsl:for-each select="self::birth | self::death">{f:word('entity.' || local-name())}<xsl:text> </xsl:text></xsl:for-each>
        <xsl:choose>
          <xsl:when test="self::idno"><xsl:apply-templates select="." mode="m:statement-of-entry"/></xsl:when>
          <xsl:when test="self::location[geo][not(* except geo)]"><xsl:apply-templates select="geo" mode="m:statement-of-entry"/></xsl:when>
          <xsl:when test="not(normalize-space())">{f:date(@when)}</xsl:when>
          <xsl:when test="* and not(text()[normalize-space()])"><xsl:sequence select="f:parts-of(.)"/></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="." mode="m:text"/></xsl:otherwise>
        </xsl:choose>
      </xsl:if>
    </span>
  </xsl:template>

  <!-- Another form that says the same is not said twice. -->
  <xsl:template match="persName | placeName | orgName" mode="m:said-of" as="element()?" priority="1">
    <xsl:if test="normalize-space() and not(preceding-sibling::*[local-name() = local-name(current())] ! f:plain(.) = f:plain(.))">
      <span class="said"> · <xsl:apply-templates select="." mode="m:text"/></span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="person | personGrp | place | org | event | nym | castItem | witness | relation" mode="m:list"
      as="element()">
    <li>
      <xsl:sequence select="f:attributes(., local-name())"/>
      <xsl:for-each select="node()">
        <xsl:apply-templates select="." mode="m:text"/>
        <xsl:if test="self::* and following-sibling::node()[1]/self::*"><xsl:text> </xsl:text></xsl:if>
      </xsl:for-each>
    </li>
  </xsl:template>
</xsl:stylesheet>
