<?xml version="1.0" encoding="UTF-8"?>
<!-- What TEI's pointers point at: an id, a file, an address on the web; short forms that the header declares are written out. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:err="http://www.w3.org/2005/xqt-errors"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:v="urn:teiedition:variable"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:variable name="v:prefixes" as="element(prefixDef)*"
      select="(/*/teiHeader, /*/*/teiHeader)/encodingDesc//prefixDef[@ident and @matchPattern and @replacementPattern]"/>

  <!-- A pointer in full: 'psn:zhou' → 'persons.xml#zhou' where the header declares the prefix (TEI P5, 16.2.3). -->
  <xsl:function name="f:resolved" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="declared" as="element(prefixDef)?"
        select="if (contains($pointer, ':')) then $v:prefixes[@ident = substring-before($pointer, ':')][1] else ()"/>
    <xsl:try>
      <xsl:sequence select="if ($declared) then replace(substring-after($pointer, ':'), '^' || $declared/@matchPattern || '$', $declared/@replacementPattern) else $pointer"/>
      <xsl:catch errors="err:FORX0002 err:FORX0003 err:FORX0004" select="$pointer"/>
    </xsl:try>
  </xsl:function>

  <!-- The id that a pointer means: '#zhou' and 'persons.xml#zhou' → 'zhou'. An address on the web is an id as
       well once it has no letters that only an address has: 'https://d-nb.info/gnd/1' → 'd-nb.info-gnd-1'. -->
  <xsl:function name="f:pointer-id" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="full" as="xs:string" select="f:resolved((tokenize($pointer), '')[1])"/>
    <xsl:sequence select="
        if (matches($full, '^[^#]*#.')) then fp:as-id(replace($full, '^[^#]*#', ''))
        else fp:as-id(replace($full, '^#$|^https?://(www\.)?', ''))"/>
  </xsl:function>

  <!-- The id that a name gives: by @ref, else by @key, which has no syntax, else by the name in a list of the same
       text that it corresponds to, as that name does itself. -->
  <xsl:function name="f:name-id" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="($name/@ref ! f:pointer-id(.), $name/@key ! fp:as-id(.),
        $name/@corresp[matches(., '^#\S+$')]/substring(., 2)[exists(key('v:by-id', ., root($name))/(self::persName | self::placeName | self::orgName | self::person | self::place | self::org))],
        $name/@corresp[matches(., '^[^#:]+\.xml#\S+$')]/f:pointer-id(.),
        $name/@xml:id[exists(key('v:corresponding', ., root($name)))]/string())[. ne ''][1]"/>
  </xsl:function>

  <xsl:key name="v:corresponding" match="(persName | placeName | orgName | rs)[not(@ref or @key)]" use="@corresp/substring-after(., '#')"/>

  <!-- The ids of those whom @who points at. A participant of the header who is somebody known to the edition
       (person/@corresp, persName/@ref) counts as that person. -->
  <xsl:function name="f:speaker-ids" as="xs:string*">
    <xsl:param name="turn" as="element()"/>
    <xsl:for-each select="tokenize($turn/@who) ! f:pointer-id(.)">
      <xsl:variable name="participant" as="element(person)?" select="key('v:by-id', ., root($turn))[self::person][1]"/>
      <xsl:sequence select="($participant/@corresp ! f:pointer-id(.), $participant/persName ! f:name-id(.), .)[1]"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:as-id" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="replace(replace($name, '[^\w.~-]+', '-'), '^[.-]+|[.-]+$', '')"/>
  </xsl:function>
</xsl:stylesheet>
