<?xml version="1.0" encoding="UTF-8"?>
<!-- A document with pictures of its pages → a IIIF Presentation 3.0 manifest. A picture needs its size in pixels. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:fp="urn:teiedition:function-private"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="f:manifest" as="map(*)?">
    <xsl:param name="facts" as="element(c:facts)"/>
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="pictures" as="element(graphic)*" select="$document//facsimile//graphic[fp:pixels(@width) and fp:pixels(@height)]"/>
    <xsl:variable name="address" as="xs:string" select="f:beside('data/iiif/' || encode-for-uri($facts/@id) || '.json')"/>
    <xsl:if test="exists($pictures) and starts-with($v:base, 'http')">
      <xsl:sequence select="map:merge((
          map {
            '@context': 'http://iiif.io/api/presentation/3/context.json', 'id': $address, 'type': 'Manifest',
            'label': fp:words($facts/@lang, $facts/c:title),
            'metadata': array { $facts/c:date ! map { 'label': fp:words('en', 'Date'), 'value': fp:words('none', .) } },
            'homepage': [map { 'id': string($facts/c:file[@type = 'text/html']/@url), 'type': 'Text', 'format': 'text/html', 'label': fp:words($facts/@lang, $facts/c:title) }],
            'seeAlso': [map { 'id': string($facts/c:file[@type = 'application/tei+xml']/@url), 'type': 'Dataset', 'format': 'application/tei+xml' }],
            'items': array { for-each-pair($pictures, 1 to count($pictures), fp:canvas($address, ?, ?)) } },
          $facts/c:rights/@url[matches(., '^https?://(creativecommons|rightsstatements)\.org/')] ! map { 'rights': replace(., '^https:', 'http:') },
          $facts/c:abstract ! map { 'summary': fp:words($facts/@lang, .) }))"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:canvas" as="map(*)">
    <xsl:param name="manifest" as="xs:string"/>
    <xsl:param name="picture" as="element(graphic)"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="canvas" as="xs:string" select="replace($manifest, '\.json$', '/canvas/' || $number)"/>
    <xsl:variable name="size" as="map(*)" select="map { 'width': fp:pixels($picture/@width), 'height': fp:pixels($picture/@height) }"/>
    <xsl:variable name="body" as="map(*)" select="map:merge(($size, map { 'id': f:absolute($picture/@url), 'type': 'Image',
        'format': (string($picture/@mimeType)[. ne ''], 'image/jpeg')[1] }))"/>
    <xsl:sequence select="map:merge(($size, map { 'id': $canvas, 'type': 'Canvas',
        'label': fp:words('none', ($picture/ancestor::surface[1]/@n, string($number))[1]),
        'items': [map { 'id': $canvas || '/page', 'type': 'AnnotationPage', 'items': [map {
            'id': $canvas || '/picture', 'type': 'Annotation', 'motivation': 'painting', 'target': $canvas, 'body': $body }] }] }))"/>
  </xsl:function>

  <!-- '1200' and '1200px' → 1200; other units say nothing of pixels. -->
  <xsl:function name="fp:pixels" as="xs:integer?">
    <xsl:param name="length" as="xs:string?"/>
    <xsl:sequence select="$length[matches(., '^[1-9]\d*(px)?$')] ! xs:integer(replace(., 'px', ''))"/>
  </xsl:function>

  <xsl:function name="fp:words" as="map(*)">
    <xsl:param name="language" as="xs:string?"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="map { ($language, 'none')[1]: [$words] }"/>
  </xsl:function>
</xsl:stylesheet>
