<?xml version="1.0" encoding="UTF-8"?>
<!-- After the text: who and what is mentioned in it (also the cards that names open), related documents. -->
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

  <xsl:mode name="m:surroundings" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="TEI" mode="m:surroundings" as="element()*">
    <xsl:sequence select="fp:related()[$v:part le 1], fp:mentioned(), f:cited-here()[$v:part le 1], f:glance()[$v:part le 1]"/>
  </xsl:template>

  <xsl:function name="fp:related" as="element()?">
    <xsl:variable name="related" as="element(c:related)*" select="$context/c:context/c:related"/>
    <xsl:if test="$related">
      <section class="related-documents" aria-labelledby="related">
        <h2 id="related">{f:word('related')}</h2>
        <dl>
          <xsl:for-each-group select="$related" group-by="@type">
            <div>
              <dt>{f:word-or('related.' || current-grouping-key(), current-grouping-key())}</dt>
              <xsl:for-each select="current-group()">
                <xsl:sort select="@position[. castable as xs:integer] ! xs:integer(.)"/>
                <dd>
                  <xsl:for-each select="@position[. ne '']"><span class="position">{.}</span></xsl:for-each>
                  <a href="{f:to-document(@id)}">{@title}</a>
                  <xsl:for-each select="@when"><span class="when">{f:date(.)}</span></xsl:for-each>
                </dd>
              </xsl:for-each>
            </div>
          </xsl:for-each-group>
        </dl>
        <xsl:for-each select="$context/c:context/@compare">
          <p class="more"><a href="{f:to('compare/' || . || '.html')}">{f:word('compare.these')}</a></p>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:mentioned" as="element()?">
    <xsl:variable name="entities" as="element(c:entity)*" select="
        if ($v:part le 1) then $context/c:context/c:entity[not(@candidate)]
        else for $ref in distinct-values($v:text//@ref[f:is-shown(..)] ! f:pointer-id(.)) return key('v:entity', $ref, $context)"/>
    <xsl:variable name="uncertain" as="element()?" select="fp:uncertain()"/>
    <xsl:if test="$entities or $uncertain">
      <section class="mentioned-here" aria-labelledby="mentioned">
        <h2 id="mentioned">{f:word('mentioned')}</h2>
        <xsl:for-each select="'person', 'place', 'organisation'">
          <xsl:variable name="kind" as="xs:string" select="."/>
          <xsl:if test="$entities[@kind = $kind]">
            <section aria-labelledby="mentioned-{$v:folders($kind)}">
              <h3 id="mentioned-{$v:folders($kind)}">{f:word('menu.' || $v:folders($kind))}</h3>
              <ul class="entities">
                <xsl:for-each select="$entities[@kind = $kind]">
                  <xsl:sort select="(@sort, @label)[1]" lang="{$v:language}"/>
                  <xsl:sequence select="fp:entry(.)"/>
                </xsl:for-each>
              </ul>
            </section>
          </xsl:if>
        </xsl:for-each>
        <xsl:sequence select="$uncertain"/>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:entry" as="element()">
    <xsl:param name="entity" as="element(c:entity)"/>
    <xsl:for-each select="$entity">
      <li data-entity="{@ref}">
        <a class="label" href="{f:to-entity(@kind, @ref)}">{@label}</a>
        <xsl:for-each select="@dates[. ne '']"><span class="dates">{.}</span></xsl:for-each>
        <xsl:for-each select="@office[. ne '']"><span class="office">{f:word('card.office', map { 'office': string(.) })}</span></xsl:for-each>
        <xsl:for-each select="@description[. ne '']"><span class="description">{.}</span></xsl:for-each>
        <xsl:where-populated><span class="count">{fp:counts(.)}</span></xsl:where-populated>
        <xsl:where-populated>
          <span class="elsewhere">
            <xsl:for-each select="idno">
              <xsl:if test="position() gt 1"><xsl:text> · </xsl:text></xsl:if>
              <xsl:apply-templates select="." mode="m:statement-of-entry"/>
            </xsl:for-each>
          </span>
        </xsl:where-populated>
      </li>
    </xsl:for-each>
  </xsl:function>

  <!-- '3 mentions here, in 2 other documents'; ten stands for all greater numbers (catalogue/knowledge.py). -->
  <xsl:function name="fp:counts" as="xs:string">
    <xsl:param name="entity" as="element(c:entity)"/>
    <xsl:sequence select="string-join((
        $entity/@here ! f:count('count.here', xs:integer(.)),
        $entity/@others ! (if (. = '10') then f:word('count.others.many') else f:count('count.others', xs:integer(.)))), f:word('list.separator'))"/>
  </xsl:function>

  <!-- Names of which it is open whom they mean, each with those who may be meant, the likeliest first. -->
  <xsl:function name="fp:uncertain" as="element()?">
    <xsl:variable name="names" as="element()*" select="$v:text[$v:has-doubts]//*[@xml:id][f:candidates(.)][empty(f:entity(.))][f:is-shown(.)]"/>
    <xsl:if test="$names">
      <section aria-labelledby="mentioned-perhaps">
        <h3 id="mentioned-perhaps">{f:word('mentioned.perhaps')}</h3>
        <ul class="entities">
          <xsl:for-each select="$names">
            <li id="{fp:maybe(.)}" data-entity="{fp:maybe(.)}">
              <a class="label" href="#{@xml:id}">{f:plain(.)}</a>
              <span class="description">
                <xsl:text>{f:word('name.maybe')} </xsl:text>
                <xsl:for-each select="f:candidates(.)">
                  <xsl:if test="position() gt 1">{f:word('list.or')}</xsl:if>
                  <xsl:element name="{if (@without-page) then 'span' else 'a'}">
                    <xsl:if test="not(@without-page)"><xsl:attribute name="href" select="f:to-entity(@kind, @ref)"/></xsl:if>
                    <xsl:value-of select="@label"/>
                  </xsl:element>
                  <xsl:value-of select="@dates[. ne ''] ! (' (' || . || ')')"/>
                </xsl:for-each>
              </span>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
