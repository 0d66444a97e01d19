<?xml version="1.0" encoding="UTF-8"?>
<!-- The attributes that every element of the text takes along: its name in links, class, language. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="v:right-to-left" as="xs:string*"
      select="('ar', 'arc', 'dv', 'fa', 'he', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi')"/>

  <!-- Elements that HTML can't put into a paragraph. -->
  <xsl:variable name="v:blocks" as="xs:string*" select="tokenize('
      text group front body back div div1 div2 div3 div4 div5 div6 div7 titlePage docTitle docImprint docEdition imprimatur
      argument epigraph performance prologue epilogue set byline trailer meeting head
      p ab list table figure notatedMusic lg floatingText sp spGrp opener closer postscript
      listBibl biblStruct listPerson listPlace listOrg listEvent listNym listWit listApp castList castGroup
      entry entryFree superEntry eg egXML facsimile sourceDoc surface surfaceGrp zone line specList')"/>

  <!-- @id, @class, @lang, @dir and @data-zone of the element that stands for a TEI element. The classes are its name,
       and the values of attributes that say what kind it is, each with the attribute's name before it:
       `note type-gloss`. So no value that an editor chose meets a class of the site's own. -->
  <xsl:function name="f:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:sequence select="f:id($element)"/>
    <xsl:variable name="kinds" as="xs:string*" select="
        for $kind in $element/(@type, @unit, @reason, @place, @rend), $value in tokenize($kind)
        return name($kind) || '-' || fp:token($value)"/>
    <xsl:variable name="all" as="xs:string*" select="distinct-values(($classes, $kinds))"/>
    <xsl:if test="exists($all)">
      <xsl:attribute name="class" select="$all"/>
    </xsl:if>
    <xsl:sequence select="f:language($element), if ($v:has-zones) then f:zone($element) else ()"/>
  </xsl:function>

  <!-- The name by which links reach an element: its xml:id, or its number if it is a block. -->
  <xsl:function name="f:id" as="attribute(id)?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="id" as="xs:string?" select="
        if (empty($element/ancestor::text)) then ()
        else if ($element/@xml:id) then string($element/@xml:id)
        else if (map:contains($v:letters, local-name($element)))
        then f:anchor($element)[. ne f:anchor($element/..)]
        else ()"/>
    <xsl:if test="$id">
      <xsl:attribute name="id" select="$id"/>
    </xsl:if>
  </xsl:function>

  <!-- @lang and @dir, where an element changes the language. -->
  <xsl:function name="f:language" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/@xml:lang[. ne ''] ! f:language-tag(.)">
      <xsl:attribute name="lang" select="."/>
      <xsl:if test="tokenize(., '-')[1] = $v:right-to-left and not(contains(., 'Latn'))">
        <xsl:attribute name="dir" select="'rtl'"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- A language as browsers know it (BCP 47): with hyphens, and in two letters where there are two. -->
  <xsl:function name="f:language-tag" as="xs:string">
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string+" select="tokenize(translate($language, '_', '-'), '-')"/>
    <xsl:sequence select="string-join((($v:two-letters(lower-case($parts[1])), $parts[1])[1], tail($parts)), '-')"/>
  </xsl:function>

  <!-- ISO 639-2 → ISO 639-1, of languages that editions are often in. -->
  <xsl:variable name="v:two-letters" as="map(xs:string, xs:string)" select="map:merge(
      for $pair in tokenize('ara:ar arm:hy hye:hy baq:eu eus:eu bel:be bul:bg cat:ca ces:cs cze:cs chi:zh zho:zh cym:cy wel:cy
        dan:da deu:de ger:de dut:nl nld:nl ell:el gre:el eng:en est:et fas:fa per:fa fin:fi fra:fr fre:fr geo:ka kat:ka gla:gd gle:ga
        glg:gl heb:he hin:hi hrv:hr hun:hu ice:is isl:is ind:id ita:it jpn:ja kor:ko lat:la lav:lv lit:lt mac:mk mkd:mk nor:no
        oci:oc pol:pl por:pt ron:ro rum:ro rus:ru san:sa slk:sk slo:sk slv:sl spa:es srp:sr swe:sv tur:tr ukr:uk urd:ur vie:vi yid:yi')
      return map:entry(substring-before($pair, ':'), substring-after($pair, ':')))"/>

  <!-- Does an element hold something that HTML can't put into a paragraph? Notes are set elsewhere. -->
  <xsl:function name="f:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/descendant::*[f:is-block(.)]
        [every $note in ancestor::note satisfies (not(f:is-footnote($note)) or exists($note intersect $element/ancestor-or-self::note))])"/>
  </xsl:function>

  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="local-name($element) = $v:blocks or $element/self::quote[f:is-block-quote(.)]
        or $element/(self::q | self::cit)[f:among-blocks(.)]
        or $element/self::note[not(f:is-footnote(.))][p | list | table]"/>
  </xsl:function>

  <!-- 'span', or 'div' where blocks are within. -->
  <xsl:function name="f:span-or-div" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (f:holds-blocks($element)) then 'div' else 'span'"/>
  </xsl:function>

  <!-- 'p', or 'div' where blocks are within. -->
  <xsl:function name="f:p-or-div" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (f:holds-blocks($element)) then 'div' else 'p'"/>
  </xsl:function>

  <xsl:function name="fp:token" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="lower-case(replace($value, '[^\w-]+', '-'))"/>
  </xsl:function>
</xsl:stylesheet>
