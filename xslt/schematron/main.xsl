<?xml version="1.0" encoding="UTF-8"?>
<!--
  Three steps: what is embedded in a RELAX NG grammar becomes a schema of its own (embedded.xsl);
  abstract patterns and rules are put where they are used (abstract.xsl); the schema becomes a
  stylesheet (transpile.xsl, assertions.xsl).

  Input: a Schematron schema or a RELAX NG grammar; output: xsl:stylesheet, or nothing where a grammar
  has no rules.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:teiedition:mode"
    xmlns:rng="http://relaxng.org/ns/structure/1.0"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    exclude-result-prefixes="#all"
    default-mode="m:transpile"
    expand-text="yes">

  <xsl:include href="embedded.xsl"/>
  <xsl:include href="abstract.xsl"/>
  <xsl:include href="transpile.xsl"/>
  <xsl:include href="assertions.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- The phase to run; without it, the schema's default. #ALL is every pattern. -->
  <xsl:param name="phase" as="xs:string" select="''"/>

  <xsl:template match="/" as="node()*">
    <xsl:variable name="schema" as="element(sch:schema)?">
      <xsl:apply-templates mode="m:embedded"/>
    </xsl:variable>
    <xsl:variable name="concrete" as="element(sch:schema)?">
      <xsl:apply-templates select="$schema" mode="m:concrete"/>
    </xsl:variable>
    <xsl:apply-templates select="$concrete"/>
  </xsl:template>
</xsl:stylesheet>
