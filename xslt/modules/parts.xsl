<?xml version="1.0" encoding="UTF-8"?>
<!--
  The pages of a text that is too long for one (modules/dividing.xsl): which part this page shows, and how a
  place in another part is reached. The context has a c:part for each, in order, the one shown with @current.
-->
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

  <xsl:variable name="v:parts" as="element(c:part)*" select="$context/c:context/c:part"/>

  <!-- The number of the part that this page shows; 0 where it shows the whole. -->
  <xsl:variable name="v:part" as="xs:integer"
      select="((for $n in 1 to count($v:parts) return $n[$v:parts[$n]/@current]), 0)[1]"/>

  <xsl:variable name="v:starts" as="element()*"
      select="if ($v:parts) then let $all := //* return for $part in $v:parts return $all[xs:integer($part/@place)] else ()"/>

  <!-- The number of the part that a node begins in. -->
  <xsl:function name="fp:part" as="xs:integer">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="max((count($v:starts[not(. >> $node)]), 1))"/>
  </xsl:function>

  <xsl:function name="f:is-shown" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$v:part = 0 or fp:part($node) = $v:part"/>
  </xsl:function>

  <!-- A link to a place of the document by its name: on this page, or on that of another part. -->
  <xsl:function name="f:to-place" as="xs:string">
    <xsl:param name="place" as="node()"/>
    <xsl:param name="anchor" as="xs:string"/>
    <xsl:sequence select="(if (f:is-shown($place)) then '' else f:to-part($v:parts[fp:part($place)])) || '#' || $anchor"/>
  </xsl:function>

  <xsl:function name="f:to-part" as="xs:string">
    <xsl:param name="part" as="element(c:part)"/>
    <xsl:sequence select="f:to-passage($context/c:context/@id, $part/@name, ())"/>
  </xsl:function>

  <xsl:function name="f:part-title" as="xs:string">
    <xsl:param name="part" as="element(c:part)"/>
    <xsl:sequence select="if ($part/@title ne '') then string($part/@title)
        else string-join(($part/@of[. ne ''], f:word('part', map { 'n': string(index-of($v:parts/@place, $part/@place)[1]) })), ', ')"/>
  </xsl:function>

  <!-- What belongs to other parts is left out; what reaches into this one is shown without the rest. -->
  <xsl:template match="*[$v:part gt 0][fp:is-elsewhere(.)]" mode="m:text" as="empty-sequence()" priority="20"/>

  <xsl:function name="fp:is-elsewhere" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="first" as="xs:integer" select="fp:part($element)"/>
    <xsl:sequence select="$first gt $v:part
        or $first lt $v:part and $first + count($v:starts[. >> $element][exists(ancestor::* intersect $element)]) lt $v:part"/>
  </xsl:function>

  <!-- The parts, as a list of links. -->
  <xsl:function name="f:part-list" as="element()?">
    <xsl:where-populated>
      <ol class="pages">
        <xsl:for-each select="$v:parts">
          <li>
            <a href="{f:to-part(.)}">
              <xsl:if test="@current"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
              <xsl:text>{f:part-title(.)}</xsl:text>
            </a>
          </li>
        </xsl:for-each>
      </ol>
    </xsl:where-populated>
  </xsl:function>
</xsl:stylesheet>
