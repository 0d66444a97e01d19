<?xml version="1.0" encoding="UTF-8"?>
<!-- What the brackets and other signs in the texts mean: those that this book has. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:v="urn:teiedition:variable"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:key name="v:class" match="*[@class]" use="tokenize(@class)"/>

  <!-- Each sign, how it looks, and the classes that have it, in the order in which they are explained. -->
  <xsl:variable name="v:sign-forms" as="map(xs:string, xs:string)+" select="
      map { 'name': 'supplied', 'form': '[ ]', 'classes': 'supplied type-gloss' },
      map { 'name': 'unclear', 'form': '[?]', 'classes': 'unclear damage' },
      map { 'name': 'gap', 'form': '[…]', 'classes': 'gap space' },
      map { 'name': 'sic', 'form': '[sic]', 'classes': 'sic type-sic' },
      map { 'name': 'corr', 'form': '⟨ ⟩', 'classes': 'corr' },
      map { 'name': 'ex', 'form': '( )', 'classes': 'ex' },
      map { 'name': 'surplus', 'form': '{ }', 'classes': 'surplus' },
      map { 'name': 'page', 'form': '[12]', 'classes': 'pb' }"/>

  <xsl:variable name="v:signs" as="map(xs:string, xs:string)*"
      select="for $sign in $v:sign-forms return $sign[exists(key('v:class', tokenize($sign?classes), $v:book))]"/>

  <xsl:variable name="v:book" as="document-node()" select="/"/>

  <xsl:function name="f:signs-page" as="element()">
    <section class="signs" aria-labelledby="title">
      <h1 id="title">{f:word('signs')}</h1>
      <dl>
        <xsl:for-each select="$v:signs"><dt>{?form}</dt><dd>{f:word('sign.' || ?name)}</dd></xsl:for-each>
      </dl>
    </section>
  </xsl:function>
</xsl:stylesheet>
