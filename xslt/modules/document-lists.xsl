<?xml version="1.0" encoding="UTF-8"?>
<!-- The lists of documents: by date, by title, by genre. Each is a page of its own, so that sorting needs no script. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:mode name="m:document" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="c:documents" mode="m:title" as="xs:string">
    <xsl:sequence select="f:word('documents.by-' || @order)"/>
  </xsl:template>

  <xsl:template match="c:documents" mode="m:description" as="xs:string?">
    <xsl:sequence select="f:count('count.documents', count(c:document)) || ' · ' || $v:edition/@title"/>
  </xsl:template>

  <xsl:template match="c:documents | c:entities" mode="m:scripts" as="element()*">
    <xsl:sequence select="f:script('filter')"/>
  </xsl:template>

  <xsl:template match="c:documents" mode="m:main" as="element()*">
    <header class="head">
      <h1>{f:word('menu.documents')}</h1>
      <p class="size">{f:count('count.documents', count(c:document))}</p>
    </header>
    <nav class="orders" aria-label="{f:word('orders')}">
      <ul>
        <xsl:for-each select="'date', 'title', 'genre'">
          <li>
            <a href="{f:to('documents' || (if (. eq 'date') then '' else '-' || .) || '.html')}">
              <xsl:if test=". eq $v:source/c:documents/@order"><xsl:attribute name="aria-current"
                  select="'page'"/></xsl:if>
              <xsl:text>{f:word('order.' || .)}</xsl:text>
            </a>
          </li>
        </xsl:for-each>
      </ul>
    </nav>
    <xsl:sequence select="f:filter()"/>
    <xsl:sequence select="fp:jumps(.)"/>
    <div class="filtered">
      <xsl:for-each-group select="c:document" group-by="fp:group(.)">
        <section class="group">
          <h2 id="{fp:group-id(.)}">{current-grouping-key()}</h2>
          <ol class="documents">
            <xsl:apply-templates select="current-group()" mode="m:document"/>
          </ol>
        </section>
      </xsl:for-each-group>
    </div>
  </xsl:template>

  <xsl:variable name="v:source" as="document-node()" select="/"/>

  <!-- A box to narrow a list down, shown by its script. -->
  <xsl:function name="f:filter" as="element()">
    <xsl:sequence select="f:filter(())"/>
  </xsl:function>

  <!-- The same, with other orders to choose: the entries' data-NAME attributes, the largest number or the earliest date first. -->
  <xsl:function name="f:filter" as="element()">
    <xsl:param name="orders" as="xs:string*"/>
    <form class="filter" role="search">
      <label for="filter">{f:word('filter')}</label>
      <input type="search" id="filter" autocomplete="off"/>
      <xsl:if test="exists($orders)">
        <label for="order">{f:word('order')}</label>
        <select id="order">
          <option value="">{f:word('order.name')}</option>
          <xsl:for-each select="$orders"><option value="{.}">{f:word('order.' || .)}</option></xsl:for-each>
        </select>
      </xsl:if>
      <output for="filter" data-none="{f:word('filter.none')}"></output>
    </form>
  </xsl:function>

  <!-- The list as a file for spreadsheets. -->
  <xsl:function name="f:table-file" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <a href="{f:to($name || '.csv')}" download="{$name}.csv">{f:word('file.csv')}</a>
  </xsl:function>

  <!-- Years, letters or genres to jump to, where there are several. -->
  <xsl:function name="fp:jumps" as="element()?">
    <xsl:param name="documents" as="element(c:documents)"/>
    <xsl:if test="count(distinct-values($documents/c:document ! fp:group(.))) gt 2">
      <nav class="jumps" aria-label="{f:word('jumps')}">
        <ul>
          <xsl:for-each-group select="$documents/c:document" group-by="fp:group(.)">
            <li><a href="#{fp:group-id(.)}">{current-grouping-key()}</a></li>
          </xsl:for-each-group>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- The heading that a document comes under. -->
  <xsl:function name="fp:group" as="xs:string">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:sequence select="
        if ($document/../@order = 'genre') then $document/(@genre[. ne ''] ! f:word-or('genre.' || ., .), f:word('genre'))[1]
        else if ($document/../@order = 'title') then f:initial($document/@title)
        else $document/(@when[. ne ''] ! replace(., '^(-?\d{4,}).*$', '$1'), f:word('undated'))[1]"/>
  </xsl:function>

  <xsl:function name="fp:group-id" as="xs:string">
    <xsl:param name="document" as="element(c:document)"/>
    <xsl:sequence select="
        if ($document/../@order = 'genre') then f:genre-id(($document/@genre[. ne ''], 'other')[1])
        else 'group-' || (if ($document/../@order = 'title') then fp:group($document)
            else ($document/@when[. ne ''] ! replace(., '^(-?\d{4,}).*$', '$1'), 'undated')[1])"/>
  </xsl:function>

  <!-- The letter under which a word is filed: its first, without accents. -->
  <xsl:function name="f:initial" as="xs:string">
    <xsl:param name="word" as="xs:string"/>
    <xsl:variable name="bare" as="xs:string"
        select="replace(normalize-unicode($word, 'NFD'), '^[\P{L}]+|\p{M}', '')"/>
    <xsl:sequence select="(upper-case(substring($bare, 1, 1))[. ne ''], '#')[1]"/>
  </xsl:function>

  <!-- A document in a list: its date, its title, what it is and where it lies. -->
  <xsl:template match="c:document" mode="m:document" as="element()">
    <li>
      <xsl:where-populated><p class="when">{(@when[. ne ''] ! f:date(.), c:date ! string())[1]}</p></xsl:where-populated>
      <div class="what">
        <p class="title"><a href="{f:to-document(@id)}">
          <xsl:if test="not(starts-with(@lang, $v:language))"><xsl:for-each select="@lang"><xsl:attribute name="lang" select="."/></xsl:for-each></xsl:if>
          <xsl:text>{@title}</xsl:text>
        </a></p>
        <xsl:where-populated>
          <p class="about">{string-join((
              string-join(c:person[@role = 'author'][not(contains(lower-case(../@title), lower-case(tokenize(.)[last()])))],
                f:word('list.separator'))[. ne ''],
              @genre[. ne ''] ! f:word-or('genre.' || ., .),
              string-join(c:source/(@repository, @shelfmark)[. ne ''], ', ')[. ne '']), ' · ')}</p>
        </xsl:where-populated>
      </div>
    </li>
  </xsl:template>
</xsl:stylesheet>
