"""What makes a reportlab document PDF/A and PDF/UA: metadata that name the conformance, and the meaning of colours."""

from __future__ import annotations

import functools
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from kommune_desktop.export.pdf.canvas import TaggedCanvas

_DATE = slice(24, 36)
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>{conformance}</pdfaid:conformance>
</rdf:Description>{more}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
# PDF/A knows the properties of PDF/UA only where they are described.
_ACCESSIBLE = """
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


def mark_as_archival(canvas: Canvas, *, title: str, author: str, language: str) -> None:
    """Declare a document to be PDF/A-2u. All its fonts must be embedded, and its colours grey or RGB."""
    _describe(canvas, title, author, language, conformance="U", more="")


def mark_as_accessible(canvas: TaggedCanvas, *, title: str, author: str, language: str) -> None:
    """Declare a document to be PDF/UA-1 and PDF/A-2a. All that is drawn must be a part of it or an artifact."""
    _describe(canvas, title, author, language, conformance="A", more=_ACCESSIBLE)
    catalog = canvas._doc.Catalog  # type: ignore[attr-defined]  # noqa: SLF001 - as below
    catalog.StructTreeRoot = canvas.structure.reference
    catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})


def _describe(  # noqa: PLR0913, PLR0917 - all that a document says of itself
    canvas: Canvas, title: str, author: str, language: str, conformance: str, more: str
) -> None:
    canvas.setTitle(title)
    canvas.setAuthor(author)
    document = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001 - reportlab has no other way to these entries
    document.setTitle(title)
    document.setAuthor(author)
    producer = document.info.producer
    xmp = _XMP.format(
        title=escape(title),
        author=escape(author),
        language=language,
        producer=escape(producer),
        conformance=conformance,
        more=more,
    )
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    canvas.setCatalogEntry("Lang", language)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    catalog.Metadata = pdfdoc.XMP(creator=lambda _document: xmp.encode())
    catalog.Metadata.filters = []  # so that programs that know nothing of PDF find it
    profile = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), _colour_profile(), filters=[pdfdoc.PDFZCompress])
    intent = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": pdfdoc.PDFString("sRGB IEC61966-2.1"),
        "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": document.Reference(profile),
    }
    catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])


@functools.cache
def _colour_profile() -> bytes:
    """The profile of sRGB, with the date of the standard in place of today's: the same data, the same bytes."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_DATE] = b"".join(part.to_bytes(2) for part in (1999, 10, 18, 0, 0, 0))
    return bytes(profile)
