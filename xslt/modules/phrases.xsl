<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements that need no rule of their own, since their name says all: behaviour is a table. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all">

  <!-- The HTML element that says what a TEI element says. -->
  <xsl:variable name="v:inline" as="map(xs:string, xs:string)" select="map {
      'emph': 'em', 'foreign': 'i', 'distinct': 'i', 'mentioned': 'i', 'term': 'dfn', 'abbr': 'abbr',
      'code': 'code', 'gi': 'code', 'att': 'code', 'val': 'code', 'tag': 'code', 'ident': 'code',
      'eg': 'pre', 'ruby': 'ruby', 'rt': 'rt' }"/>

  <!-- Words that HTML has no element for: their class says what they are. By TEI's modules. -->
  <xsl:variable name="v:words" as="xs:string*" select="tokenize('
      soCalled gloss expan am orig desc imprint rb analytic monogr series media relatedItem headItem headLabel
      seg s w pc c m cl phr interp interpGrp g hyph syll span spanGrp link linkGrp join joinGrp alt altGrp index
      rhyme metDecl metSym role roleDesc actor castItem
      trait state occupation affiliation education birth death floruit residence nationality sex gender faith event
      location population terrain climate relation listRelation langKnowledge langKnown socecStatus persPronouns
      person persona personGrp place org object nym locale activity language objectIdentifier
      wit witDetail rdg lem rdgGrp witness witStart witEnd lacunaStart lacunaEnd variantEncoding
      u writing move
      stdVal certainty respons precision damageSpan')"/>

  <!-- Parts that hold blocks; those of a header as well, which may stand in a text that describes another. -->
  <xsl:variable name="v:holders" as="xs:string*" select="tokenize('
      item cell row source adminInfo additions listObject listAnnotation annotation annotationBlock
      recording recordingStmt scriptStmt broadcast equipment transcriptionDesc post standOff timeline when
      fileDesc titleStmt editionStmt publicationStmt seriesStmt notesStmt sourceDesc profileDesc revisionDesc xenoData
      abstract creation langUsage textClass classCode catRef keywords textDesc particDesc settingDesc setting
      listChange change correspDesc correspAction correspContext calendarDesc calendar handNote scriptNote
      channel constitution derivation domain factuality interaction preparedness purpose')"/>
</xsl:stylesheet>
