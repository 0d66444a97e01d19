<?xml version="1.0" encoding="UTF-8"?>
<!-- The page at a document's former address. It leads on at once; the words are for whom it does not lead. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:teiedition:catalogue"
    xmlns:f="urn:teiedition:function"
    xmlns:m="urn:teiedition:mode"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all"
    expand-text="yes">

  <xsl:template match="c:moved" mode="m:page" as="element(html)" priority="1">
    <html lang="{$v:language}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="robots" content="noindex"/>
        <title>{@title} · {$v:edition/@title}</title>
        <link rel="canonical" href="{($v:base, '')[1]}{f:to-document(@id)}"/>
        <link rel="stylesheet" href="{f:to('css/edition.css')}"/>
        <link rel="icon" href="{f:to('css/icon.svg')}" type="image/svg+xml"/>
        <script src="{f:to('js/moved.js')}"></script>
        <meta http-equiv="refresh" content="0; url={f:to-document(@id)}"/>
      </head>
      <body>
        <main id="main">
          <header class="head">
            <h1><a href="{f:to-document(@id)}">{@title}</a></h1>
            <p class="size">{f:word('moved')}</p>
          </header>
        </main>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
