<?xml version="1.0" encoding="UTF-8"?>
<!-- The works that the documents cite: the bibliography by author, and a page for each with every citation in its words. -->
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

  <!-- The bibliography -->

  <xsl:template match="c:works" mode="m:title" as="xs:string">
    <xsl:sequence select="f:word('menu.works')"/>
  </xsl:template>

  <xsl:template match="c:works" mode="m:description" as="xs:string?">
    <xsl:sequence select="f:count('count.works', count(c:work)) || ' · ' || $v:edition/@title"/>
  </xsl:template>

  <xsl:template match="c:works" mode="m:scripts" as="element()*">
    <xsl:sequence select="f:script('filter')"/>
  </xsl:template>

  <xsl:template match="c:works" mode="m:main" as="element()*">
    <header class="head">
      <h1>{f:word('menu.works')}</h1>
      <p class="size">{f:count('count.works', count(c:work))} · <xsl:sequence select="f:table-file('works')"/>
        <xsl:for-each select="'bib', 'json'"> · <a href="{f:to('works.' || .)}" download="works.{.}">{$v:format-names(.)}</a></xsl:for-each></p>
    </header>
    <xsl:sequence select="f:filter(('year', 'citations'))"/>
    <nav class="jumps" aria-label="{f:word('jumps')}">
      <xsl:for-each-group select="c:work" group-by="@kind = 'archival'">
        <ul>
          <xsl:for-each-group select="current-group()" group-by="fp:heading(.)">
            <li><a href="#{fp:heading-id(.)}">{current-grouping-key()}</a></li>
          </xsl:for-each-group>
        </ul>
      </xsl:for-each-group>
    </nav>
    <div class="filtered">
      <xsl:for-each-group select="c:work" group-by="fp:heading(.)">
        <section class="group">
          <h2 id="{fp:heading-id(.)}">{current-grouping-key()}</h2>
          <ul class="bibliography">
            <xsl:apply-templates select="current-group()" mode="m:entry-of-list"/>
          </ul>
        </section>
      </xsl:for-each-group>
    </div>
  </xsl:template>

  <!-- Published works stand under the letter of their author, archival ones under their archive. -->
  <xsl:function name="fp:heading" as="xs:string">
    <xsl:param name="work" as="element(c:work)"/>
    <xsl:sequence select="
        if ($work/@kind = 'archival') then ($work/@archive, f:word('works.archival'))[1]
        else f:initial(($work/@authors, replace($work/@label, '^(The|A|An) ', ''))[. ne ''][1])"/>
  </xsl:function>

  <xsl:function name="fp:heading-id" as="xs:string">
    <xsl:param name="work" as="element(c:work)"/>
    <xsl:sequence select="(if ($work/@kind = 'archival') then 'archive-' else 'letter-')
        || replace(replace(fp:heading($work), '[^\w.-]+', '-'), '^-|-$', '')"/>
  </xsl:function>

  <xsl:template match="c:work" mode="m:entry-of-list" as="element()">
    <li data-citations="{@citations}" data-year="{@year}">
      <xsl:sequence select="fp:entry-line(.)"/>
      <span class="count">{fp:extent-of-citing(.)}</span>
    </li>
  </xsl:template>

  <!-- 'Maas, Ada. Lamps of the Baltic. 1931.' The title is the link. -->
  <xsl:function name="fp:entry-line" as="node()*">
    <xsl:param name="work" as="element(c:work)"/>
    <xsl:for-each select="$work">
      <xsl:if test="@authors">{@authors}<xsl:text>{if (matches(@authors, '\.$')) then ' ' else '. '}</xsl:text></xsl:if>
      <a class="label" href="{f:to(@path)}"><xsl:sequence select="fp:work-title(.)"/></a>
      <xsl:text>. </xsl:text>
      <xsl:where-populated><cite>{@host}</cite></xsl:where-populated>
      <xsl:text>{', '[$work/@host and $work/@year]}{@year}{'.'[$work/(@host, @year)]}</xsl:text>
    </xsl:for-each>
  </xsl:function>

  <!-- A title in italics where the work stands alone; that of an article, a chapter or an archival item as it is. -->
  <xsl:function name="fp:work-title" as="item()">
    <xsl:param name="work" as="element(c:work)"/>
    <xsl:choose>
      <xsl:when test="$work/@kind = ('book', 'periodical')"><cite>{$work/@label}</cite></xsl:when>
      <xsl:otherwise><xsl:sequence select="string($work/@label)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="fp:extent-of-citing" as="xs:string">
    <xsl:param name="work" as="element(c:work)"/>
    <xsl:sequence select="f:count('count.citations', xs:integer($work/@citations)) || ' '
        || f:count('count.in-documents', xs:integer($work/@documents))"/>
  </xsl:function>

  <!-- The page of a work -->

  <xsl:template match="c:work" mode="m:title" as="xs:string">
    <xsl:sequence select="string(@label)"/>
  </xsl:template>

  <xsl:template match="c:work" mode="m:description" as="xs:string?">
    <xsl:sequence select="string-join((@authors, @year, fp:extent-of-citing(.)), ' · ')"/>
  </xsl:template>

  <xsl:template match="c:work" mode="m:scripts" as="empty-sequence()"/>

  <xsl:template match="c:work" mode="m:main" as="element()*">
    <article class="entity work">
      <header class="head">
        <p class="eyebrow"><a href="{f:to('works.html')}">{f:word('menu.works')}</a></p>
        <h1>{@label}</h1>
        <xsl:where-populated><p class="dates">{string-join((@authors, @year), ', ')}</p></xsl:where-populated>
      </header>
      <dl class="facts">
        <xsl:variable name="entry" as="element()"><xsl:apply-templates select="biblStruct" mode="m:text"/></xsl:variable>
        <xsl:sequence select="
            f:fact(f:word('work.entry'), $entry),
            f:fact(f:word('work.forms'), fp:wordings(c:form[f:differs(., $entry)]))"/>
      </dl>
      <section class="mentions" aria-labelledby="mentions">
        <h2 id="mentions">{f:word('work.cited')}</h2>
        <p class="size">{fp:extent-of-citing(.)}</p>
        <xsl:apply-templates select="c:in" mode="m:citations"/>
      </section>
    </article>
  </xsl:template>

  <!-- A number of the entry says what it counts. -->
  <xsl:template match="c:work//biblScope[@unit = ('volume', 'issue', 'page')][matches(., '^[\dIVXLC]')]" mode="m:text"
      as="element()" priority="1">
    <span>
      <xsl:sequence select="f:attributes(., 'biblScope')"/>
      <xsl:variable name="words" as="xs:string*" select="tokenize(f:word('scope.' || @unit), '\{n\}')"/>
      <xsl:value-of select="$words[1]"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:value-of select="$words[2]"/>
    </span>
  </xsl:template>

  <xsl:function name="f:differs" as="xs:boolean">
    <xsl:param name="one" as="node()"/>
    <xsl:param name="other" as="node()"/>
    <xsl:sequence select="replace(lower-case($one), '[\s\p{P}]', '') ne replace(lower-case($other), '[\s\p{P}]', '')"/>
  </xsl:function>

  <xsl:function name="fp:wordings" as="element()?">
    <xsl:param name="forms" as="element(c:form)*"/>
    <xsl:where-populated>
      <ul class="statements"><xsl:for-each select="$forms"><li>{.}</li></xsl:for-each></ul>
    </xsl:where-populated>
  </xsl:function>

  <xsl:mode name="m:citations" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="c:in" mode="m:citations" as="element()">
    <section class="in">
      <h3><a href="{f:to-document(@id)}">{@title}</a></h3>
      <p class="about">{string-join((@when[. ne ''] ! f:date(.), @genre[. ne ''] ! f:word-or('genre.' || ., .),
          f:count('count.citations', count(c:citation))), ' · ')}</p>
      <ol class="passages">
        <xsl:apply-templates select="c:citation" mode="m:citations"/>
      </ol>
    </section>
  </xsl:template>

  <xsl:template match="c:citation" mode="m:citations" as="element()">
    <li>
      <a href="{f:to-passage(../@id, @part, @at)}"><span class="before">{c:before}</span><mark>{c:words}</mark><span class="after">{c:after}</span></a>
    </li>
  </xsl:template>

  <!-- On a document's page: what it cites. -->
  <xsl:function name="f:cited-here" as="element()?">
    <xsl:variable name="works" as="element(c:work)*" select="$context/c:context/c:work"/>
    <xsl:if test="$works">
      <section class="cited-here" aria-labelledby="cited">
        <h2 id="cited">{f:word('work.here')}</h2>
        <details>
          <xsl:if test="count($works) le 12"><xsl:attribute name="open" select="'open'"/></xsl:if>
          <summary>{f:count('count.works', count($works))}</summary>
          <ul class="bibliography">
            <xsl:for-each select="$works">
              <li><xsl:sequence select="fp:entry-line(.)"/></li>
            </xsl:for-each>
          </ul>
        </details>
      </section>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
