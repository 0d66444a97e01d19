<?xml version="1.0" encoding="UTF-8"?>
<!--
  Assertions and their messages. An assertion that can't be evaluated (a date that is none, an empty
  number) is reported as such and stops nothing.
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

  <xsl:mode name="m:message" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <xsl:template match="sch:assert" as="element(xsl:try)">
    <xsl:sequence select="fp:asked(., 'not(' || @test || ')', 'failed-assert')"/>
  </xsl:template>

  <xsl:template match="sch:report" as="element(xsl:try)">
    <xsl:sequence select="fp:asked(., @test, 'successful-report')"/>
  </xsl:template>

  <!-- The instruction that asks an assertion: where `test` holds, there is something to say. -->
  <xsl:function name="fp:asked" as="element(xsl:try)">
    <xsl:param name="assertion" as="element()"/>
    <xsl:param name="test" as="xs:string"/>
    <xsl:param name="result" as="xs:string"/>
    <out:try>
      <out:if test="{$test}">
        <xsl:element name="svrl:{$result}">
          <xsl:attribute name="role" select="($assertion/@role, $assertion/../@role, $assertion/@flag, $assertion/../@flag, 'error')[1]"/>
          <xsl:sequence select="fp:named($assertion)"/>
          <xsl:attribute name="location">{{path({fp:subject($assertion)})}}</xsl:attribute>
          <svrl:text>
            <xsl:apply-templates select="$assertion/node()" mode="m:message"/>
          </svrl:text>
          <xsl:for-each select="tokenize($assertion/@diagnostics)">
            <svrl:diagnostic-reference diagnostic="{.}">
              <xsl:apply-templates select="$assertion/ancestor::sch:schema/sch:diagnostics/sch:diagnostic[@id = current()]/node()"
                  mode="m:message"/>
            </svrl:diagnostic-reference>
          </xsl:for-each>
        </xsl:element>
      </out:if>
      <out:catch>
        <svrl:failed-assert role="warning" location="{{path()}}">
          <xsl:sequence select="fp:named($assertion)"/>
          <svrl:text>this rule can't be asked here: <out:value-of select="$err:description"/></svrl:text>
        </svrl:failed-assert>
      </out:catch>
    </out:try>
  </xsl:function>

  <!-- The assertion's own name, or that of its rule, or of its pattern; and its test. -->
  <xsl:function name="fp:named" as="attribute()+">
    <xsl:param name="assertion" as="element()"/>
    <xsl:variable name="id" as="attribute()?" select="($assertion/@id, $assertion/../@id, $assertion/../../@id)[1]"/>
    <xsl:attribute name="id" select="fp:literal(string($id))"/>
    <xsl:attribute name="test" select="fp:literal($assertion/@test)"/>
  </xsl:function>

  <xsl:function name="fp:subject" as="xs:string">
    <xsl:param name="assertion" as="element()"/>
    <xsl:sequence select="(($assertion/@subject, $assertion/../@subject)[1] ! ('((' || . || ')/., .)[1]'), '.')[1]"/>
  </xsl:function>

  <!-- A text as an attribute value template that gives it back. -->
  <xsl:function name="fp:literal" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace($text, '([{{}}])', '$1$1')"/>
  </xsl:function>

  <xsl:template match="text()" mode="m:message" as="element(xsl:text)">
    <out:text>
      <xsl:value-of select="."/>
    </out:text>
  </xsl:template>

  <xsl:template match="sch:emph | sch:dir | sch:span" mode="m:message" as="element()*">
    <xsl:apply-templates mode="m:message"/>
  </xsl:template>

  <xsl:template match="sch:name" mode="m:message" as="element(xsl:value-of)">
    <out:value-of select="name({(@path, '.')[1]})"/>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="m:message" as="element(xsl:value-of)">
    <out:value-of select="{@select}"/>
  </xsl:template>
</xsl:stylesheet>
