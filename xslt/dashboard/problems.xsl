<?xml version="1.0" encoding="UTF-8"?>
<!-- Problems: how often each rule is broken, and document by document what is wrong and what to do. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    xmlns:q="urn:teiedition:quality"
    xmlns="http://www.w3.org/1999/xhtml"
    xpath-default-namespace="urn:teiedition:quality"
    exclude-result-prefixes="#all"
    default-mode="m:dashboard"
    expand-text="yes">

  <xsl:function name="f:by-rule" as="element()*">
    <xsl:param name="report" as="element(q:report)"/>
    <xsl:variable name="problems" as="element(q:problem)*" select="$report/document/problem"/>
    <xsl:if test="$problems">
      <h2>{f:word('by-rule')}</h2>
      <table class="rules">
        <xsl:for-each-group select="$problems" group-by="@rule">
          <xsl:sort select="count(current-group())" order="descending"/>
          <xsl:sort select="current-grouping-key()"/>
          <tr class="{current-group()[1]/@severity}">
            <th scope="row">{current-grouping-key()}</th>
            <td>{count(current-group())}</td>
            <td>{f:count('documents', count(current-group()/..))}</td>
          </tr>
        </xsl:for-each-group>
      </table>
    </xsl:if>
  </xsl:function>

  <!-- The worst that is the matter with a document, in a word or two. -->
  <xsl:function name="f:state" as="element()">
    <xsl:param name="document" as="element(q:document)"/>
    <xsl:variable name="errors" as="xs:integer" select="count($document/problem[@severity = 'error'])"/>
    <xsl:variable name="warnings" as="xs:integer" select="count($document/problem[@severity = 'warning'])"/>
    <xsl:variable name="notes" as="xs:integer" select="count($document/problem[@severity = 'info'])"/>
    <xsl:choose>
      <xsl:when test="$errors">
        <span class="state error">{f:count('errors', $errors)}</span>
      </xsl:when>
      <xsl:when test="$warnings">
        <span class="state warning">{f:count('warnings', $warnings)}</span>
      </xsl:when>
      <xsl:when test="$notes">
        <span class="state info">{f:count('notes', $notes)}</span>
      </xsl:when>
      <xsl:otherwise>
        <span class="state good">{f:word('valid')}</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The place of a document's problems in the page. -->
  <xsl:function name="f:anchor" as="xs:string">
    <xsl:param name="document" as="element(q:document)"/>
    <xsl:sequence select="'d' || count($document/preceding-sibling::document) + 1"/>
  </xsl:function>

  <xsl:template match="document" as="element()">
    <section id="{f:anchor(.)}">
      <h2>{(@title, @file)[. ne ''][1]} <small>{@file}</small></h2>
      <ol>
        <xsl:apply-templates select="problem"/>
      </ol>
    </section>
  </xsl:template>

  <xsl:template match="problem" as="element()">
    <li class="{@severity}">
      <p>
        <span class="state {@severity}">{f:word(@severity)}</span>
        <xsl:text> </xsl:text>
        <xsl:if test="@line ne '0'">
          <span class="place">{f:word('line')} {@line}{@column[. ne '0'] ! (':' || .)}</span>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:text>{message}</xsl:text>
        <xsl:text> </xsl:text>
        <small>{@rule}</small>
      </p>
      <xsl:apply-templates select="excerpt, remedy"/>
    </li>
  </xsl:template>

  <xsl:template match="remedy" as="element()">
    <p class="remedy">→ {.}</p>
  </xsl:template>

  <xsl:template match="excerpt" as="element()">
    <pre>{substring(., 1, @from - 1)}<mark>{substring(., @from, @length)}</mark>{substring(., @from + @length)}</pre>
  </xsl:template>
</xsl:stylesheet>
