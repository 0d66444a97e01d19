<?xml version="1.0" encoding="UTF-8"?>
<!-- How the reference pages look. They are one file that needs no other, so their style is in them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all"
    expand-text="no">

  <xsl:variable name="v:style" as="xs:string" xml:space="preserve">
:root { color-scheme: light dark; --ink: #1d2022; --faint: #5b6166; --line: #d9d6cf; --paper: #fdfcfa; --tint: #f3f0ea; --link: #7a2e1d }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e3dd; --faint: #a3a8ab; --line: #3a3d40; --paper: #17191b; --tint: #202326; --link: #e2a08d }
}
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 50rem; color: var(--ink); background: var(--paper);
  font: 1.05rem/1.55 Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif }
a { color: var(--link); text-underline-offset: .15em }
code, pre { font: .88em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line) }
h3 small { margin-left: .6em; font-weight: normal; color: var(--faint) }
h4 { margin: 1rem 0 0; font-size: .95rem; color: var(--faint) }
nav { padding: .5rem 1rem; background: var(--tint); border-radius: .4rem }
nav p { margin: .3rem 0 }
nav a { margin-right: .3em; white-space: nowrap }
article { padding: .5rem 0 1.25rem; border-bottom: 1px solid var(--line) }
article h3 { margin-bottom: .25rem }
article p { margin: .25rem 0 .5rem }
article dt, dl dt { margin-top: .6rem; color: var(--faint); font-size: .9rem }
dd { margin: .15rem 0 .15rem 1rem; overflow-wrap: anywhere }
dd ul { margin: .2rem 0 .4rem; padding-left: 1.2rem }
dd p { margin: 0 }
small { color: var(--faint) }
pre { margin: .5rem 0 0; padding: .75rem 1rem; overflow-x: auto; white-space: pre-wrap; background: var(--tint); border-radius: .4rem }
figure { margin: .25rem 0 0 }
figcaption { color: var(--faint); font-size: .85rem }
table { border-collapse: collapse }
td, th { padding: .3rem .6rem; border: 1px solid var(--line); text-align: left; vertical-align: top }
footer { margin-top: 2rem; color: var(--faint); font-size: .9rem }
:target { scroll-margin-top: 1rem; background: var(--tint) }
</xsl:variable>
</xsl:stylesheet>
