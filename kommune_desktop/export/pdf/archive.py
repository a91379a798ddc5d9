"""What makes a reportlab document PDF/A: metadata that name the conformance, and the meaning of its colours."""

from __future__ import annotations

import functools
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

_DATE = slice(24, 36)
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def mark_as_archival(canvas: Canvas, *, title: str, author: str, language: str) -> None:
    """Declare a document to be PDF/A-2u. All its fonts must be embedded, and its colours grey or RGB."""
    canvas.setTitle(title)
    canvas.setAuthor(author)
    document = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001 - reportlab has no other way to these entries
    document.setTitle(title)
    document.setAuthor(author)
    producer = document.info.producer
    xmp = _XMP.format(title=escape(title), author=escape(author), language=language, producer=escape(producer))
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
