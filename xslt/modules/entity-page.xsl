<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of a person, a place, an organisation: forms of the name, what is known, every mention in its words. -->
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

  <xsl:template match="c:entity" mode="m:title" as="xs:string">
    <xsl:sequence select="string(@label)"/>
  </xsl:template>

  <xsl:template match="c:entity" mode="m:description" as="xs:string?">
    <xsl:sequence select="string-join((@dates, @description, f:count('count.mentions', count(c:in/c:mention)))[. ne ''], ' · ')"/>
  </xsl:template>

  <xsl:template match="c:entity" mode="m:scripts" as="empty-sequence()"/>

  <xsl:template match="c:entity" mode="m:main" as="element()*">
    <article class="entity">
      <header class="head">
        <p class="eyebrow"><a href="{f:to-entity(@kind, ())}">{f:word('kind.' || @kind)}</a></p>
        <h1>{@label}</h1>
        <xsl:where-populated><p class="dates">{@dates}</p></xsl:where-populated>
        <xsl:where-populated><p class="lead">{@description[empty(../person/occupation)]}</p></xsl:where-populated>
        <xsl:if test="c:in"><xsl:sequence select="fp:ways-to-search(.)"/></xsl:if>
      </header>
      <xsl:where-populated>
        <dl class="facts">
          <xsl:apply-templates select="person | place | org" mode="m:entry"/>
          <xsl:sequence select="fp:company(.)"/>
        </dl>
      </xsl:where-populated>
      <section class="mentions" aria-labelledby="mentions">
        <h2 id="mentions">{f:word('mentions')}</h2>
        <p class="size">{string-join((f:count('count.mentions', count(c:in/c:mention))[current()/c:in/c:mention],
            f:count('count.in-documents', count(c:in))[exists(current()/c:in)]), ' ')}</p>
        <xsl:apply-templates select="c:in" mode="m:mentions"/>
      </section>
    </article>
  </xsl:template>

  <!-- To the search, narrowed down to this name, or to what this person says. -->
  <xsl:function name="fp:ways-to-search" as="element()">
    <xsl:param name="entity" as="element(c:entity)"/>
    <ul class="to-search">
      <xsl:for-each select="string($entity/@kind), 'speaker'[exists($entity/c:in/c:mention[@label])]">
        <li><a href="{f:to('search.html')}?{.}={encode-for-uri($entity/@label)}">{
            f:word('entity.search.' || (if (. eq 'speaker') then 'said' else 'named'))}</a></li>
      </xsl:for-each>
    </ul>
  </xsl:function>

  <!-- Who and what is named in the same paragraphs, with the number of these. -->
  <xsl:function name="fp:company" as="element()*">
    <xsl:param name="entity" as="element(c:entity)"/>
    <xsl:variable name="list" as="element()?">
      <xsl:where-populated>
        <ul class="company">
          <xsl:for-each select="$entity/c:with">
            <li><a href="{f:to-entity(@kind, @ref)}">{@label}</a><xsl:text> </xsl:text><span class="count">{f:number(xs:decimal(@times))}</span></li>
          </xsl:for-each>
        </ul>
      </xsl:where-populated>
    </xsl:variable>
    <xsl:sequence select="f:fact(f:word('entity.with'), $list)"/>
  </xsl:function>

  <!-- The authority's entry -->

  <xsl:mode name="m:entry" on-no-match="deep-skip" on-multiple-match="fail"/>

  <xsl:template match="person | place | org" mode="m:entry" as="element()*">
    <xsl:variable name="label" as="xs:string" select="string(parent::c:entity/@label)"/>
    <xsl:variable name="forms" as="element()*"
        select="(persName | placeName | orgName)[not(@type = ('main', 'damaged'))][f:plain(.) ne $label]"/>
    <xsl:variable name="description" as="xs:string" select="string(parent::c:entity/@description)"/>
    <xsl:sequence select="
        f:fact(f:word('entity.forms'), fp:forms($forms[not(@type = 'short')])),
        f:fact(f:word('entity.short-forms'), fp:forms($forms[@type = 'short']))"/>
    <xsl:for-each-group group-by="local-name()"
        select="birth, death, floruit, occupation, affiliation, state, trait, residence, nationality, location/geo, idno, (desc, note)[normalize-space() ne $description]">
      <xsl:sequence select="f:fact(f:word-or('entity.' || current-grouping-key(), current-grouping-key()), fp:statements(current-group()))"/>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Each form of the name once, with what kind of form it is. -->
  <xsl:function name="fp:forms" as="element()?">
    <xsl:param name="forms" as="element()*"/>
    <xsl:where-populated>
      <ul class="forms">
        <xsl:for-each-group select="$forms" group-by="f:plain(.)">
          <li><bdi><xsl:sequence select="f:language(.), current-grouping-key()"/></bdi>
            <xsl:for-each select="@type[key('v:word', 'form.' || ., $locale)]"><span class="kind">{f:word('form.' || .)}</span></xsl:for-each>
          </li>
        </xsl:for-each-group>
      </ul>
    </xsl:where-populated>
  </xsl:function>

  <xsl:function name="fp:statements" as="element()">
    <xsl:param name="statements" as="element()*"/>
    <ul class="statements">
      <xsl:for-each select="$statements">
        <li><xsl:apply-templates select="." mode="m:statement-of-entry"/></li>
      </xsl:for-each>
    </ul>
  </xsl:function>

  <xsl:mode name="m:statement-of-entry" on-no-match="fail" on-multiple-match="fail"/>

  <!-- Words, and the dates for which they hold. -->
  <xsl:template match="*" mode="m:statement-of-entry" as="node()*">
    <xsl:apply-templates mode="m:text"/>
    <xsl:for-each select="f:dating(.)">
      <xsl:text> </xsl:text>
      <span class="dates">{.}</span>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="geo" mode="m:statement-of-entry" as="node()*">
    <xsl:variable name="given" as="xs:string" select="if (matches(., '^\s*-?\d+,\d+\s+-?\d+,\d+\s*$')) then translate(., ',', '.') else translate(., ',', ' ')"/>
    <xsl:variable name="numbers" as="xs:string*" select="tokenize($given)[. castable as xs:decimal]"/>
    <xsl:value-of select="
        if (count($numbers) ge 2)
        then f:word('geo', map {
            'latitude': f:number(abs(xs:decimal($numbers[1]))), 'north': f:word(if (xs:decimal($numbers[1]) ge 0) then 'geo.north' else 'geo.south'),
            'longitude': f:number(abs(xs:decimal($numbers[2]))), 'east': f:word(if (xs:decimal($numbers[2]) ge 0) then 'geo.east' else 'geo.west') })
        else string(.)"/>
  </xsl:template>

  <!-- Where the entity is described elsewhere. -->
  <xsl:variable name="v:authorities" as="map(xs:string, xs:string)" select="map {
      'wikidata': 'https://www.wikidata.org/wiki/', 'viaf': 'https://viaf.org/viaf/', 'gnd': 'https://d-nb.info/gnd/',
      'geonames': 'https://www.geonames.org/', 'lcnaf': 'https://id.loc.gov/authorities/names/', 'isni': 'https://isni.org/isni/' }"/>

  <xsl:template match="idno" mode="m:statement-of-entry" as="element()">
    <xsl:variable name="type" as="xs:string" select="lower-case((@type, '')[1])"/>
    <xsl:variable name="value" as="xs:string" select="normalize-space()"/>
    <xsl:variable name="address" as="xs:string?"
        select="if (matches($value, '^https?:')) then $value else $v:authorities($type) ! (. || replace($value, '\s', ''))"/>
    <xsl:element name="{if ($address) then 'a' else 'span'}">
      <xsl:if test="$address"><xsl:attribute name="href" select="$address"/></xsl:if>
      <xsl:value-of select="
          if ($type = ('url', 'uri') and $address) then (@subtype ! f:word-or('authority.' || lower-case(.), .), replace($value, '^https?://(www\.)?', ''))[. ne ''][1]
          else string-join((f:word-or('authority.' || $type, string(@type))[. ne ''], $value), ' ')"/>
    </xsl:element>
  </xsl:template>

  <!-- Mentions, document by document -->

  <xsl:mode name="m:mentions" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="c:in" mode="m:mentions" as="element()">
    <section class="in">
      <h3><a href="{f:to-document(@id)}">{@title}</a></h3>
      <p class="about">{string-join((@when[. ne ''] ! f:date(.), @genre[. ne ''] ! f:word-or('genre.' || ., .),
          distinct-values(c:person/@role ! f:word-or('role.' || . || '.one', f:word-or('role.' || ., .))),
          f:count('count.mentions', count(c:mention))[current()/c:mention],
          f:count('count.turns', count(c:mention[@label]))[current()/c:mention/@label]), ' · ')}</p>
      <xsl:where-populated>
        <ol class="passages">
          <xsl:apply-templates select="c:mention" mode="m:mentions"/>
        </ol>
      </xsl:where-populated>
    </section>
  </xsl:template>

  <xsl:template match="c:mention" mode="m:mentions" as="element()">
    <li>
      <a href="{f:to-passage(../@id, @part, @at)}"><span class="before">{c:before}</span><mark>{c:name}</mark><span class="after">{c:after}</span></a>
    </li>
  </xsl:template>
</xsl:stylesheet>
