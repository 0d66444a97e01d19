<?xml version="1.0" encoding="UTF-8"?>
<!--
  A schema without abstract parts → a stylesheet. One walk through the document serves all patterns: a
  rule is a template; once its assertions are asked, xsl:next-match passes the node on to the rules of
  other patterns, and $asked says which patterns have had their rule, since only the first rule that
  matches in a pattern counts (ISO/IEC 19757-3, 6.5).
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:out="urn:teiedition:generated"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:svrl="http://purl.oclc.org/dsdl/svrl"
    exclude-result-prefixes="#all"
    default-mode="m:transpile"
    expand-text="yes">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <xsl:mode name="m:transpile" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="sch:schema" as="element(xsl:stylesheet)">
    <xsl:variable name="active" as="element(sch:pattern)*" select="fp:active(.)"/>
    <xsl:variable name="global" as="element(sch:let)*" select="sch:let, sch:phase[@id = fp:phase(..)]/sch:let"/>
    <xsl:variable name="shared" as="element(sch:let)*" select="fp:shared($active, $global)"/>
    <out:stylesheet version="3.0" exclude-result-prefixes="#all">
      <xsl:apply-templates select="sch:ns"/>
      <!-- Prefixes that are only declared as XML are meant too, as often as not. -->
      <xsl:copy-of select="namespace::*[name()][not(name() = (../sch:ns/@prefix, 'xml', 'xsl'))]"/>
      <xsl:namespace name="err" select="'http://www.w3.org/2005/xqt-errors'"/>
      <out:output method="xml" encoding="UTF-8"/>
      <out:mode name="rules" on-no-match="shallow-skip"/>
      <xsl:copy-of select="(. | $active)/(xsl:key | xsl:function | xsl:variable | xsl:template)"/>
      <xsl:apply-templates select="$global, $shared"/>
      <xsl:variable name="rules" as="element(sch:rule)*" select="$active/sch:rule"/>
      <out:template match="/">
        <svrl:schematron-output>
          <out:apply-templates select="." mode="rules"/>
        </svrl:schematron-output>
      </out:template>
      <out:template match="/ | node() | @*" mode="rules" priority="-1">
        <out:apply-templates select="{fp:visited($rules/@context)}" mode="rules"/>
      </out:template>
      <xsl:for-each select="$rules">
        <xsl:apply-templates select=".">
          <xsl:with-param name="priority" select="last() - position() + 1"/>
          <xsl:with-param name="shared" select="$shared"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </out:stylesheet>
  </xsl:template>

  <xsl:template match="sch:ns" as="namespace-node()">
    <xsl:namespace name="{@prefix}" select="string(@uri)"/>
  </xsl:template>

  <xsl:template match="sch:let" as="element(xsl:variable)">
    <xsl:param name="from" as="xs:string" select="''"/>
    <out:variable name="{@name}">
      <xsl:choose>
        <xsl:when test="@value">
          <xsl:attribute name="select" select="$from || '(' || @value || ')'"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:copy-of select="node()"/>
        </xsl:otherwise>
      </xsl:choose>
    </out:variable>
  </xsl:template>

  <xsl:template match="sch:rule" as="element(xsl:template)">
    <xsl:param name="priority" as="xs:integer"/>
    <xsl:param name="shared" as="element(sch:let)*"/>
    <xsl:variable name="pattern" as="xs:string" select="string(count(../preceding-sibling::sch:pattern) + 1)"/>
    <out:template match="{@context}" mode="rules" priority="{$priority}">
      <out:param name="asked" as="xs:string*" select="()">
        <xsl:namespace name="xs" select="'http://www.w3.org/2001/XMLSchema'"/>
      </out:param>
      <out:if test="not('{$pattern}' = $asked)">
        <xsl:apply-templates select="../sch:let except $shared">
          <xsl:with-param name="from" select="'root() ! '"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="sch:let"/>
        <xsl:apply-templates select="sch:assert | sch:report"/>
      </out:if>
      <out:next-match>
        <out:with-param name="asked" select="$asked, '{$pattern}'"/>
      </out:next-match>
    </out:template>
  </xsl:template>

  <!--
    A pattern's variable is the pattern's alone (6.5), but processors have made it known to all rules for so
    long that schemas rely on it. So it is, unless another has its name.
  -->
  <xsl:function name="fp:shared" as="element(sch:let)*">
    <xsl:param name="patterns" as="element(sch:pattern)*"/>
    <xsl:param name="global" as="element(sch:let)*"/>
    <xsl:for-each-group select="$patterns/sch:let[not(@name = $global/@name)]" group-by="string(@name)">
      <xsl:sequence select=".[count(current-group()) eq 1]"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- What the walk goes to: elements alone, unless a context may mean something else. -->
  <xsl:function name="fp:visited" as="xs:string">
    <xsl:param name="contexts" as="xs:string*"/>
    <xsl:variable name="paths" as="xs:string*" select="$contexts ! fp:without-predicates(.)"/>
    <xsl:sequence select="if (exists($paths[matches(., '[^\w\-:/|*\s]|::')])) then '@* | node()' else '*'"/>
  </xsl:function>

  <xsl:function name="fp:without-predicates" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="less" as="xs:string" select="replace($path, '\[[^\[\]]*\]', '')"/>
    <xsl:sequence select="if ($less eq $path) then $path else fp:without-predicates($less)"/>
  </xsl:function>

  <!-- The phase that runs: the one asked for, else the schema's default, else all patterns. -->
  <xsl:function name="fp:phase" as="xs:string">
    <xsl:param name="schema" as="element(sch:schema)"/>
    <xsl:sequence select="string(($phase[. ne ''], $schema/@defaultPhase, '#ALL')[1])"/>
  </xsl:function>

  <xsl:function name="fp:active" as="element(sch:pattern)*">
    <xsl:param name="schema" as="element(sch:schema)"/>
    <xsl:variable name="phase" as="xs:string" select="fp:phase($schema)"/>
    <xsl:sequence select="
        if ($phase eq '#ALL') then $schema/sch:pattern
        else $schema/sch:pattern[@id = $schema/sch:phase[@id eq $phase]/sch:active/@pattern]"/>
  </xsl:function>
</xsl:stylesheet>
