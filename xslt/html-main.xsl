<?xml version="1.0" encoding="UTF-8"?>
<!--
  A page of the reading site. The source document decides which page is made; docs/architecture.md has
  the table of sources, and what `context` and `locale` hold.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:teiedition:mode"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <!-- What several outputs share -->
  <xsl:include href="modules/anchors.xsl"/>
  <xsl:include href="modules/plain.xsl"/>
  <xsl:include href="modules/words.xsl"/>
  <!-- The page around its content -->
  <xsl:include href="modules/links.xsl"/>
  <xsl:include href="modules/parts.xsl"/>
  <xsl:include href="modules/attributes.xsl"/>
  <xsl:include href="modules/shell.xsl"/>
  <xsl:include href="modules/citation.xsl"/>
  <xsl:include href="modules/citation-styles.xsl"/>
  <xsl:include href="modules/citation-formats.xsl"/>
  <xsl:include href="modules/citation-meta.xsl"/>
  <xsl:include href="modules/finding.xsl"/>
  <!-- Kinds of pages -->
  <xsl:include href="modules/document.xsl"/>
  <xsl:include href="modules/facts.xsl"/>
  <xsl:include href="modules/rail.xsl"/>
  <xsl:include href="modules/surroundings.xsl"/>
  <xsl:include href="modules/provenance.xsl"/>
  <xsl:include href="modules/citing.xsl"/>
  <xsl:include href="modules/editorial-page.xsl"/>
  <xsl:include href="modules/home.xsl"/>
  <xsl:include href="modules/search.xsl"/>
  <xsl:include href="modules/moved.xsl"/>
  <xsl:include href="modules/missing.xsl"/>
  <xsl:include href="modules/comparison.xsl"/>
  <xsl:include href="modules/document-lists.xsl"/>
  <xsl:include href="modules/entity-index.xsl"/>
  <xsl:include href="modules/entity-page.xsl"/>
  <xsl:include href="modules/works.xsl"/>
  <xsl:include href="modules/holdings.xsl"/>
  <!-- The whole at a glance -->
  <xsl:include href="modules/overview.xsl"/>
  <xsl:include href="modules/overview-timeline.xsl"/>
  <xsl:include href="modules/overview-quantities.xsl"/>
  <xsl:include href="modules/overview-network.xsl"/>
  <xsl:include href="modules/overview-map.xsl"/>
  <xsl:include href="modules/glance.xsl"/>
  <!-- The text, by subject -->
  <xsl:include href="modules/structure.xsl"/>
  <xsl:include href="modules/lists.xsl"/>
  <xsl:include href="modules/tables.xsl"/>
  <xsl:include href="modules/speeches.xsl"/>
  <xsl:include href="modules/verse.xsl"/>
  <xsl:include href="modules/letters.xsl"/>
  <xsl:include href="modules/notes.xsl"/>
  <xsl:include href="modules/apparatus.xsl"/>
  <xsl:include href="modules/editorial.xsl"/>
  <xsl:include href="modules/names.xsl"/>
  <xsl:include href="modules/quantities.xsl"/>
  <xsl:include href="modules/quotations.xsl"/>
  <xsl:include href="modules/references.xsl"/>
  <xsl:include href="modules/bibliography.xsl"/>
  <xsl:include href="modules/pictures.xsl"/>
  <xsl:include href="modules/facsimile.xsl"/>
  <xsl:include href="modules/zones.xsl"/>
  <xsl:include href="modules/manuscripts.xsl"/>
  <xsl:include href="modules/dictionaries.xsl"/>
  <xsl:include href="modules/transcripts.xsl"/>
  <xsl:include href="modules/voices.xsl"/>
  <xsl:include href="modules/specifications.xsl"/>
  <xsl:include href="modules/phrases.xsl"/>
  <xsl:include href="modules/inline.xsl"/>
  <xsl:include href="modules/unhandled.xsl"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

  <!-- The page's own path in the site, e.g. `persons/x.html`; every relative link follows from it. -->
  <xsl:param name="path" as="xs:string"/>
  <!-- What the edition knows that this page shows: `c:context`. -->
  <xsl:param name="context" as="document-node()"/>
  <!-- The words of the interface: `site/locale/LANG.xml`. -->
  <xsl:param name="locale" as="document-node()"/>

  <xsl:global-context-item as="document-node()" use="required"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="v:numbers"
      xmlns:v="urn:teiedition:variable"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*" mode="m:page"/>
  </xsl:template>
</xsl:stylesheet>
