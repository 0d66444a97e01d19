<?xml version="1.0" encoding="UTF-8"?>
<!-- Codes that libraries agree on: MARC relators for roles, ISO 639-2/B for languages. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:teiedition:function"
    xmlns:v="urn:teiedition:variable"
    exclude-result-prefixes="#all">

  <xsl:variable name="v:relators" as="map(xs:string, xs:string)" select="map {
      'author': 'aut', 'sender': 'aut', 'addressee': 'rcp', 'translator': 'trl', 'interpreter': 'trl',
      'editor': 'edt', 'funder': 'fnd', 'obtainer': 'col', 'speaker': 'spk', 'present': 'ctb' }"/>

  <!-- The MARC relator code of a role (id.loc.gov/vocabulary/relators), if there is one. -->
  <xsl:function name="f:relator" as="xs:string?">
    <xsl:param name="role" as="xs:string"/>
    <xsl:sequence select="$v:relators($role)"/>
  </xsl:function>

  <!-- ISO 639-1 code, equals sign, ISO 639-2/B code. -->
  <xsl:variable name="v:languages" as="map(xs:string, xs:string)" select="map:merge(tokenize('
      aa=aar ab=abk af=afr am=amh an=arg ar=ara as=asm av=ava ay=aym az=aze ba=bak be=bel bg=bul bm=bam bn=ben
      bo=tib br=bre bs=bos ca=cat ce=che co=cos cs=cze cu=chu cv=chv cy=wel da=dan de=ger dz=dzo ee=ewe el=gre
      en=eng eo=epo es=spa et=est eu=baq fa=per ff=ful fi=fin fj=fij fo=fao fr=fre fy=fry ga=gle gd=gla gl=glg
      gn=grn gu=guj gv=glv ha=hau he=heb hi=hin hr=hrv ht=hat hu=hun hy=arm ia=ina id=ind ig=ibo is=ice it=ita
      iu=iku ja=jpn jv=jav ka=geo kg=kon kk=kaz kl=kal km=khm kn=kan ko=kor ks=kas ku=kur kv=kom kw=cor ky=kir
      la=lat lb=ltz lg=lug ln=lin lo=lao lt=lit lv=lav mg=mlg mi=mao mk=mac ml=mal mn=mon mr=mar ms=may mt=mlt
      my=bur nb=nob ne=nep nl=dut nn=nno no=nor nv=nav ny=nya oc=oci om=orm or=ori os=oss pa=pan pi=pli pl=pol
      ps=pus pt=por qu=que rm=roh rn=run ro=rum ru=rus rw=kin sa=san sc=srd sd=snd se=sme sg=sag si=sin sk=slo
      sl=slv sm=smo sn=sna so=som sq=alb sr=srp ss=ssw st=sot su=sun sv=swe sw=swa ta=tam te=tel tg=tgk th=tha
      ti=tir tk=tuk tl=tgl tn=tsn to=ton tr=tur ts=tso tt=tat tw=twi ty=tah ug=uig uk=ukr ur=urd uz=uzb vi=vie
      wo=wol xh=xho yi=yid yo=yor za=zha zh=chi zu=zul')[. ne ''] ! map:entry(substring(., 1, 2), substring(., 4)))"/>

  <!-- A language tag (BCP 47) as the three letters of MARC; 'und' where it has none. -->
  <xsl:function name="f:marc-language" as="xs:string">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:variable name="code" as="xs:string" select="lower-case(tokenize($tag || '', '-')[1] || '')"/>
    <xsl:sequence select="($v:languages($code), $code[string-length(.) = 3], 'und')[1]"/>
  </xsl:function>
</xsl:stylesheet>
