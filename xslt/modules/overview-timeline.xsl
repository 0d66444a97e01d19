<?xml version="1.0" encoding="UTF-8"?>
<!-- The timeline: by period, the documents above the line and the dates that documents mention below it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:mode name="m:period" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The width of a period and of a gap, the height of the two halves, in pixels. -->
  <xsl:variable name="v:period" as="xs:double" select="18"/>
  <xsl:variable name="v:gap" as="xs:double" select="34"/>
  <xsl:variable name="v:above" as="xs:double" select="132"/>
  <xsl:variable name="v:below" as="xs:double" select="92"/>
  <xsl:variable name="v:axis" as="xs:double" select="26"/>

  <xsl:template match="c:timeline" mode="m:drawing" as="element()*">
    <xsl:variable name="width" as="xs:double" select="f:start(c:period[last()]) + $v:period + 24"/>
    <ul class="key">
      <li class="documents">{f:word('overview.documents')}</li>
      <li class="dates">{f:word('overview.dates')}</li>
    </ul>
    <xsl:variable name="content" as="element()*">
      <path class="axis" d="{string-join(c:period ! f:axis(., $v:above))}"/>
      <xsl:apply-templates select="c:period" mode="m:drawing">
        <xsl:with-param name="documents" select="max((c:period/@documents ! xs:double(.), 1))" tunnel="yes"/>
        <xsl:with-param name="mentions" select="max((c:period/@mentions ! xs:double(.), 1))" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="f:drawing('timeline', f:word('overview.timeline'), f:word('overview.timeline.drawing'),
        $width, $v:above + $v:axis + $v:below, $content)"/>
  </xsl:template>

  <!-- A period is one link, to its row of the table; its name for people tells its counts. -->
  <xsl:template match="c:period" mode="m:drawing" as="element()*">
    <xsl:param name="documents" as="xs:double" tunnel="yes"/>
    <xsl:param name="mentions" as="xs:double" tunnel="yes"/>
    <xsl:variable name="x" as="xs:double" select="f:start(.)"/>
    <xsl:variable name="up" as="xs:double" select="f:length(@documents, $documents, $v:above - 8)"/>
    <xsl:variable name="down" as="xs:double" select="f:length(@mentions, $mentions, $v:below - 8)"/>
    <xsl:sequence select="f:gap(., $v:above)"/>
    <a href="#{fp:period-id(.)}" aria-label="{f:period-name(.)}: {f:word('overview.documents')} {@documents}, {f:word('overview.dates')} {@mentions}">
      <title>{f:period-name(.)}: {f:word('overview.documents')} {@documents}, {f:word('overview.dates')} {@mentions}</title>
      <rect class="reach" x="{f:px($x)}" y="0" width="{f:px($v:period)}" height="{f:px($v:above + $v:axis + $v:below)}"/>
      <xsl:if test="$up"><rect class="documents" x="{f:px($x + 3)}" y="{f:px($v:above - $up)}" width="{f:px($v:period - 6)}" height="{f:px($up)}"/></xsl:if>
      <xsl:if test="$down"><rect class="dates" x="{f:px($x + 3)}" y="{f:px($v:above + $v:axis)}" width="{f:px($v:period - 6)}" height="{f:px($down)}"/></xsl:if>
    </a>
    <xsl:if test="f:labelled(.)">
      <text class="year" x="{f:px($x + $v:period div 2)}" y="{f:px($v:above + 18)}">{@start}</text>
    </xsl:if>
  </xsl:template>

  <!-- Where a period begins: after those before it, the empty ones and the gaps. -->
  <xsl:function name="f:start" as="xs:double">
    <xsl:param name="period" as="element(c:period)"/>
    <xsl:variable name="before" as="element(c:period)*" select="$period/preceding-sibling::c:period"/>
    <xsl:sequence select="24 + $v:period * (count($before) + sum(($before, $period)/@empty ! xs:integer(.)))
        + $v:gap * count(($before, $period)/@gap)"/>
  </xsl:function>

  <!-- The mark of a gap before a period, on the line at that height. -->
  <xsl:function name="f:gap" as="element()?">
    <xsl:param name="period" as="element(c:period)"/>
    <xsl:param name="line" as="xs:double"/>
    <xsl:for-each select="$period/@gap">
      <text class="gap" x="{f:px(f:start($period) - $v:gap div 2)}" y="{f:px($line + 4)}">
        <title>{f:word('overview.timeline.gap', map { 'n': f:number(xs:integer(.)) })}</title>
        <xsl:text>⋯</xsl:text>
      </text>
    </xsl:for-each>
  </xsl:function>

  <!-- The line under a period and the empty ones before it, at that height. -->
  <xsl:function name="f:axis" as="xs:string">
    <xsl:param name="period" as="element(c:period)"/>
    <xsl:param name="line" as="xs:double"/>
    <xsl:variable name="empty" as="xs:double" select="$v:period * sum($period/@empty ! xs:integer(.))"/>
    <xsl:sequence select="'M' || f:px(f:start($period) - $empty) || ' ' || f:px($line) || 'h' || f:px($v:period + $empty)"/>
  </xsl:function>

  <xsl:function name="f:length" as="xs:double">
    <xsl:param name="count" as="xs:double"/>
    <xsl:param name="most" as="xs:double"/>
    <xsl:param name="room" as="xs:double"/>
    <xsl:sequence select="if ($count eq 0) then 0 else max((3, min(($room, 20 * $most)) * $count div $most))"/>
  </xsl:function>

  <!-- The first after a gap has its year written, and every fifth that stands clear of such a one. -->
  <xsl:function name="f:labelled" as="xs:boolean">
    <xsl:param name="period" as="element(c:period)"/>
    <xsl:variable name="span" as="xs:integer" select="$period/../@span"/>
    <xsl:variable name="first" as="element(c:period)"
        select="($period/(preceding-sibling::c:period | .)[@gap or not(preceding-sibling::c:period)])[last()]"/>
    <xsl:variable name="places" as="xs:integer" select="($period/@start - $first/@start) idiv $span"/>
    <xsl:sequence select="$places eq 0 or $places ge 3 and ($period/@start idiv $span) mod 5 eq 0"/>
  </xsl:function>

  <xsl:function name="fp:period-id" as="xs:string">
    <xsl:param name="period" as="element(c:period)"/>
    <xsl:sequence select="'y' || $period/@start"/>
  </xsl:function>

  <!-- '1958', '1950–1959' -->
  <xsl:function name="f:period-name" as="xs:string">
    <xsl:param name="period" as="element(c:period)"/>
    <xsl:variable name="span" as="xs:integer" select="$period/../@span"/>
    <xsl:sequence select="string-join(($period/@start, ($period/@start + $span - 1)[$span gt 1]), '–')"/>
  </xsl:function>

  <xsl:template match="c:timeline" mode="m:table" as="element()">
    <table class="overview">
      <thead>
        <tr>
          <th scope="col">{f:word(if (@span eq '1') then 'overview.period' else 'overview.periods')}</th>
          <th scope="col">{f:word('overview.documents')}</th>
          <th scope="col">{f:word('overview.dates')}</th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="c:period">
          <tr id="{fp:period-id(.)}">
            <th scope="row">{f:period-name(.)}</th>
            <td>
              <xsl:where-populated>
                <ul>
                  <xsl:apply-templates select="c:document" mode="m:period"/>
                  <xsl:for-each select="f:more(xs:integer(@documents) - count(c:document))">
                    <li><a href="{f:to('documents.html')}">{.}</a></li>
                  </xsl:for-each>
                </ul>
              </xsl:where-populated>
            </td>
            <td>
              <xsl:where-populated>
                <ul class="dates">
                  <xsl:apply-templates select="c:date-mention" mode="m:period"/>
                  <xsl:for-each select="f:more(xs:integer(@mentions) - count(c:date-mention))"><li class="more">{.}</li></xsl:for-each>
                </ul>
              </xsl:where-populated>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="c:document" mode="m:period" as="element(li)">
    <li><a href="{f:to-passage(.)}">{@title}</a></li>
  </xsl:template>

  <!-- A date as its passage has it; which document that is, on pointing and for those who listen. -->
  <xsl:template match="c:date-mention" mode="m:period" as="element(li)">
    <li><a href="{f:to-passage(.)}" title="{@title}">{string()}</a></li>
  </xsl:template>
</xsl:stylesheet>
