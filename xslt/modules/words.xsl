<?xml version="1.0" encoding="UTF-8"?>
<!--
  The words of the interface, from `site/locale/LANG.xml`: <word key="menu.home">Home</word>, with
  {name} where a value goes in. A word that is counted has a form for one and a form for many:
  <word key="count.mentions" count="one">{n} mention</word>.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:w="urn:teiedition:words"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all">

  <xsl:variable name="v:language" as="xs:string" select="$locale/w:words/@xml:lang"/>

  <xsl:key name="v:word" match="w:word" use="@key"/>

  <!-- The word of that key. A key that the locale lacks shows itself, and says so in a message. -->
  <xsl:function name="f:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="f:word($key, map {})"/>
  </xsl:function>

  <!-- The word of that key with its values filled in, e.g. map { 'name': 'Kim' }. -->
  <xsl:function name="f:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="map(xs:string, item())"/>
    <xsl:variable name="word" as="element(w:word)?" select="key('v:word', $key, $locale)[1]"/>
    <xsl:if test="empty($word)">
      <xsl:message select="'The words of language ' || $v:language || ' lack ' || $key || '.'"/>
    </xsl:if>
    <xsl:sequence select="fp:fill(($word ! string(), $key)[1], $values)"/>
  </xsl:function>

  <!-- The word of a key that may be missing, such as a genre that the editors named themselves. -->
  <xsl:function name="f:word-or" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="otherwise" as="xs:string"/>
    <xsl:sequence select="(key('v:word', $key, $locale)[1] ! string(), $otherwise)[1]"/>
  </xsl:function>

  <!-- Pages by their numbers: 'pp. 3–4', 'p. 3'; what says itself what it counts, such as 'fol. 1r', stays as it is. -->
  <xsl:function name="f:pages" as="xs:string">
    <xsl:param name="pages" as="xs:string"/>
    <xsl:variable name="key" as="xs:string" select="if (matches($pages, '[^0-9ivxlc]')) then 'pages' else 'page'"/>
    <xsl:sequence select="if (matches($pages, '^([0-9]|[ivxlc]+([^a-z]|$))'))
        then f:word($key, map { 'pages': replace($pages, '([0-9ivxlc])-([0-9ivxlc])', '$1–$2') }) else $pages"/>
  </xsl:function>

  <!-- A counted word: f:count('count.mentions', 3) → '3 mentions'. -->
  <xsl:function name="f:count" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="form" as="xs:string"
        select="if (string($number) = tokenize($locale/w:words/@singular)) then 'one' else 'other'"/>
    <xsl:variable name="words" as="element(w:word)*" select="key('v:word', $key, $locale)"/>
    <xsl:sequence select="
        fp:fill(string(($words[@count = $form], $words)[1]), map { 'n': f:number($number) })"/>
  </xsl:function>

  <!-- A number as the language groups its digits. -->
  <xsl:function name="f:number" as="xs:string">
    <xsl:param name="number" as="xs:decimal"/>
    <xsl:variable name="whole" as="xs:string" select="replace(format-number($number, '#,##0.######'), '\.$', '')"/>
    <xsl:sequence select="translate($whole, ',.', f:word('number.group') || f:word('number.decimal'))"/>
  </xsl:function>

  <!-- A W3C date for people: 1961-07-11 → '11 July 1961', 1961-07 → 'July 1961'. -->
  <xsl:function name="f:date" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="year" as="xs:string?" select="fp:part($value, '^(-?\d{4,}).*$')"/>
    <xsl:variable name="month" as="xs:string?" select="fp:part($value, '^(?:-?\d{4,}|-)-(\d\d).*$')"/>
    <xsl:variable name="day" as="xs:string?" select="fp:part($value, '^(?:-?\d{4,}|-)-\d\d-(\d\d).*$')"/>
    <xsl:variable name="pattern" as="xs:string"
        select="string-join(('date', 'd'[$day], 'm'[$month], 'y'[$year]), '.')"/>
    <xsl:sequence select="
        if ($year or $month)
        then f:word($pattern, map {
            'y': ($year, '')[1],
            'm': if ($month) then f:word('month.' || number($month)) else '',
            'd': if ($day) then string(number($day)) else '' })
        else $value"/>
  </xsl:function>

  <!-- The value of a date for people, from TEI's dating attributes: '1953 to 1961', 'after 1958'. -->
  <xsl:function name="f:dating" as="xs:string?">
    <xsl:param name="dated" as="element()"/>
    <xsl:variable name="from" as="xs:string?" select="($dated/@from, $dated/@notBefore)[1] ! string()"/>
    <xsl:variable name="to" as="xs:string?" select="($dated/@to, $dated/@notAfter)[1] ! string()"/>
    <xsl:sequence select="
        if ($dated/@when) then f:date($dated/@when)
        else if ($dated/@notBefore and $dated/@notAfter)
        then f:word('date.between', map { 'from': f:date($from), 'to': f:date($to) })
        else if ($from and $to) then f:word('date.range', map { 'from': f:date($from), 'to': f:date($to) })
        else if ($dated/@from) then f:word('date.from', map { 'from': f:date($from) })
        else if ($dated/@notBefore) then f:word('date.after', map { 'from': f:date($from) })
        else if ($dated/@notAfter) then f:word('date.before', map { 'to': f:date($to) })
        else if ($dated/@to) then f:word('date.until', map { 'to': f:date($to) })
        else ()"/>
  </xsl:function>

  <xsl:function name="fp:part" as="xs:string?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:sequence select="replace($value, $pattern, '$1')[matches($value, $pattern)]"/>
  </xsl:function>

  <xsl:function name="fp:fill" as="xs:string">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:param name="values" as="map(xs:string, item())"/>
    <xsl:sequence select="
        string-join(analyze-string($pattern, '\{(\w+)\}')/*
            ! (if (self::*:match) then ($values(string(*:group)) ! string(), string(.))[1] else string(.)))"/>
  </xsl:function>
</xsl:stylesheet>
