<?xml version="1.0" encoding="UTF-8"?>
<!-- A question: what is proposed, where, and the form with which an editor answers. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:r="urn:teiedition:review"
    xmlns="http://www.w3.org/1999/xhtml"
    xpath-default-namespace="urn:teiedition:review"
    exclude-result-prefixes="#all"
    default-mode="m:question"
    expand-text="yes">

  <xsl:mode name="m:question" on-no-match="fail" on-multiple-match="fail"/>

  <!-- Places that are shown at once; more of them are folded away -->
  <xsl:variable name="few" as="xs:integer" static="yes" select="6"/>

  <!-- Characters of context that the source gives at most -->
  <xsl:variable name="around" as="xs:integer" static="yes" select="90"/>

  <xsl:template match="group" as="element()">
    <form method="post" action="/decide" class="question">
      <xsl:sequence select="f:secret(..)"/>
      <xsl:for-each select="state">
        <input type="hidden" name="state" value="{@document}:{@is}"/>
      </xsl:for-each>
      <h2>
        <b>{f:short(@words)}</b>
        <small>{f:kind(@element)} · {f:kind(string(@cert))}{if (count(place) gt 1) then ' · ' || f:count('places', count(place)) else ''}</small>
      </h2>
      <xsl:sequence select="if (@named) then fp:meanings(.) else fp:value(.)"/>
      <xsl:sequence select="fp:places(place[position() le $few])"/>
      <xsl:if test="count(place) gt $few">
        <details>
          <summary>{f:count('more', count(place) - $few)}</summary>
          <xsl:sequence select="fp:places(place[position() gt $few])"/>
        </details>
      </xsl:if>
      <p class="verdict">
        <button name="verdict" value="accept">{f:word('accept')}</button>
        <xsl:if test="@removable">
          <button name="verdict" value="reject">{f:word('reject')}</button>
        </xsl:if>
      </p>
    </form>
  </xsl:template>

  <!-- Where it stands, document by document. -->
  <xsl:function name="fp:places" as="element()*">
    <xsl:param name="places" as="element(r:place)*"/>
    <xsl:for-each-group select="$places" group-adjacent="@document">
      <p class="where">
        <xsl:text>{../state[@document = current-grouping-key()]/@title} </xsl:text>
        <span class="file">{current-grouping-key()}.xml</span>
      </p>
      <ol class="places">
        <xsl:apply-templates select="current-group()"/>
      </ol>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:template match="place" as="element()">
    <li>
      <label>
        <input type="checkbox" name="place" value="{@document}@{@at}" checked=""/>
        <span>
          <xsl:text>{fp:cut(before, '^\S*\s', '… ')}</xsl:text>
          <mark>{f:short(words)}</mark>
          <xsl:text>{fp:cut(behind, '\s\S*$', ' …')}</xsl:text>
        </span>
        <small>{f:word('line')} {@line}</small>
      </label>
    </li>
  </xsl:template>

  <!-- What stands around a mention, cut between words where it is cut. -->
  <xsl:function name="fp:cut" as="xs:string">
    <xsl:param name="context" as="xs:string"/>
    <xsl:param name="edge" as="xs:string"/>
    <xsl:param name="dots" as="xs:string"/>
    <xsl:sequence select="if (string-length($context) lt $around) then $context else replace($context, $edge, $dots)"/>
  </xsl:function>

  <!-- Whom a name means: one of those who have it, somebody else, or nobody that is known. -->
  <xsl:function name="fp:meanings" as="element()">
    <xsl:param name="group" as="element(r:group)"/>
    <fieldset>
      <legend>{f:word('means')}</legend>
      <xsl:for-each select="$group/meaning">
        <label>
          <input type="radio" name="means" value="{@id}">
            <xsl:if test="@proposed">
              <xsl:attribute name="checked" select="''"/>
            </xsl:if>
          </input>
          <span>
            <b>{@label}</b>
            <xsl:text>{@dates ! (' (' || . || ')')}{@description ! (', ' || f:short(.))} </xsl:text>
            <small>{@id}{@draft ! (' · ' || f:word('draft'))}</small>
          </span>
        </label>
      </xsl:for-each>
      <label>
        <input type="radio" name="means" value="">
          <xsl:if test="empty($group/meaning/@proposed)">
            <xsl:attribute name="checked" select="''"/>
          </xsl:if>
        </input>
        <span>{f:word('nobody')}</span>
      </label>
      <label class="other">
        <span>{f:word('other')}</span>
        <input name="other" list="entries" autocomplete="off" spellcheck="false"/>
      </label>
    </fieldset>
  </xsl:function>

  <!-- What anything else says in its attributes. -->
  <xsl:function name="fp:value" as="element()">
    <xsl:param name="group" as="element(r:group)"/>
    <label class="value">
      <span>{f:word('attributes')}</span>
      <input name="attributes" value="{$group/@attributes}" autocomplete="off" spellcheck="false"/>
    </label>
  </xsl:function>

  <!-- What every form carries: that it comes from this page, and which page it is. -->
  <xsl:function name="f:secret" as="element()+">
    <xsl:param name="review" as="element(r:review)"/>
    <input type="hidden" name="token" value="{$review/@token}"/>
    <input type="hidden" name="query" value="{$review/@query}"/>
  </xsl:function>

  <!-- The word for an element or a certainty; the name of the element where there is none. -->
  <xsl:function name="f:kind" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="(f:word('kind-' || $name)[. ne ''], $name)[1]"/>
  </xsl:function>

  <!-- A text that is not too long to be taken in. -->
  <xsl:function name="f:short" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="if (string-length($text) gt 240) then replace(substring($text, 1, 220), '\s*\S*$', '') || ' …' else $text"/>
  </xsl:function>
</xsl:stylesheet>
