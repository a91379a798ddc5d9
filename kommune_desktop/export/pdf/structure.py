"""What the parts of a document are and in which order they are read: the structure tree of a tagged PDF.

A flowable carries a :class:`Tag`. While it is drawn the canvas notes on which page and as which marked content that was
done; at the end the tree is written (ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject, PDFObjectReference, PDFString

Attribute = str | int | Sequence[float]
"""A name, a number, or a list of numbers."""


@dataclass(eq=False)
class Tag:
    """What a part is. One and the same however often, and in how many pieces, it is drawn.

    Attributes:
        kind: A standard structure type: ``P``, ``H1``, ``Table`` …
        parent: ``None`` is the document.
        alternative_text: What a figure or a link shows.
        actual_text: What it says, where that is not what is drawn.
        language: Where it is not that of the document.
        attributes: With their owner as ``O``.
    """

    kind: str
    parent: Tag | None = None
    alternative_text: str = ""
    actual_text: str = ""
    language: str = ""
    attributes: Mapping[str, Attribute] = field(default_factory=dict)


@dataclass(eq=False)
class _Content:
    """Something that is drawn or can be clicked: marked content of a page, or an annotation."""

    page: PDFObjectReference
    thing: int | PDFObjectReference


class _Element(PDFObject):
    """A part of the document; its kids in the order in which they were drawn."""

    def __init__(self, tag: Tag, parent: PDFObjectReference) -> None:
        self._tag, self._parent = tag, parent
        self.kids: list[PDFObjectReference | _Content] = []

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary of the structure element."""
        tag = self._tag
        parts = [f"/S /{tag.kind} /P {_text(self._parent, document)}"]
        page = next((kid.page for kid in self.kids if isinstance(kid, _Content)), None)
        if page is not None:
            parts.append(f"/Pg {_text(page, document)}")
        parts.append(f"/K [{' '.join(_kid(kid, page, document) for kid in self.kids)}]")
        for key, words in (
            ("Alt", tag.alternative_text),
            ("ActualText", tag.actual_text),
            ("Lang", tag.language),
        ):
            if words:
                parts.append(f"/{key} {_text(PDFString(words), document)}")
        if tag.attributes:
            named = " ".join(f"/{name} {_attribute(value)}" for name, value in tag.attributes.items())
            parts.append(f"/A <<{named}>>")
        return f"<<{' '.join(parts)}>>".encode("latin-1")


class _Owners(PDFObject):
    """The parts that the marked contents of a page belong to, by their numbers."""

    def __init__(self) -> None:
        self.references: list[PDFObjectReference] = []

    def format(self, document: PDFDocument) -> bytes:
        """The array of references."""
        return f"[{' '.join(_text(one, document) for one in self.references)}]".encode("latin-1")


_FIRST_KEY = 1
"""Not 0: what is 0 reportlab leaves out of a page's dictionary."""


class _ParentTree(PDFObject):
    """From the keys of pages and annotations to the parts that they belong to."""

    def __init__(self) -> None:
        self.references: list[PDFObjectReference] = []

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary of the number tree."""
        numbers = " ".join(f"{key} {_text(one, document)}" for key, one in enumerate(self.references, _FIRST_KEY))
        return f"<</Nums [{numbers}]>>".encode("latin-1")


class StructureTree:
    """Collects the parts of one document while it is drawn."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        self.reference = _reference(document, root)
        self._entries: dict[str, object] = root.dict
        self._parent_tree = _ParentTree()
        self._elements: dict[Tag, tuple[_Element, PDFObjectReference]] = {}
        self._owners: list[_Owners | None] = []
        self._root = self._add(Tag("Document"), self.reference)
        self._entries["K"] = self._root[1]
        self._entries["ParentTree"] = _reference(document, self._parent_tree)

    def _add(self, tag: Tag, parent: PDFObjectReference) -> tuple[_Element, PDFObjectReference]:
        element = _Element(tag, parent)
        reference = _reference(self._document, element)
        self._elements[tag] = (element, reference)
        return element, reference

    def take_in(self, tag: Tag) -> tuple[_Element, PDFObjectReference]:
        """The part in the tree; the first time, it takes its place behind what was drawn before."""
        found = self._elements.get(tag)
        if found is None:
            parent, reference = self.take_in(tag.parent) if tag.parent else self._root
            found = self._add(tag, reference)
            parent.kids.append(found[1])
        return found

    def new_page(self) -> int:
        """The key that a page with marked content must carry."""
        owners = _Owners()
        return self._new_key(owners, _reference(self._document, owners))

    def _new_key(self, owners: _Owners | None, reference: PDFObjectReference) -> int:
        self._owners.append(owners)
        self._parent_tree.references.append(reference)
        key = _FIRST_KEY + len(self._owners) - 1
        self._entries["ParentTreeNextKey"] = key + 1
        return key

    def add_content(self, tag: Tag, page: PDFObjectReference, page_key: int) -> int:
        """Note that a piece of a part is drawn on a page; returns its number there."""
        element, reference = self.take_in(tag)
        owners = self._owners[page_key - _FIRST_KEY]
        assert owners is not None, "the key is that of an annotation"
        owners.references.append(reference)
        number = len(owners.references) - 1
        element.kids.append(_Content(page, number))
        return number

    def add_annotation(self, tag: Tag, page: PDFObjectReference, annotation: PDFObjectReference) -> None:
        """Note that a part can be clicked, after :meth:`key_of_annotation`."""
        element, _ = self.take_in(tag)
        element.kids.append(_Content(page, annotation))

    def key_of_annotation(self, tag: Tag) -> int:
        """The key that an annotation of a part must carry."""
        return self._new_key(None, self.take_in(tag)[1])


def _reference(document: PDFDocument, thing: PDFObject) -> PDFObjectReference:
    made: PDFObjectReference = document.Reference(thing)  # type: ignore[no-untyped-call]
    return made


def _text(thing: PDFObject, document: PDFDocument) -> str:
    written: bytes = thing.format(document)  # type: ignore[attr-defined]  # all have it
    return written.decode("latin-1")


def _kid(kid: PDFObjectReference | _Content, page: PDFObjectReference | None, document: PDFDocument) -> str:
    if not isinstance(kid, _Content):
        return _text(kid, document)
    if not isinstance(kid.thing, int):
        return f"<</Type /OBJR /Pg {_text(kid.page, document)} /Obj {_text(kid.thing, document)}>>"
    if page is not None and kid.page.name == page.name:
        return str(kid.thing)
    return f"<</Type /MCR /Pg {_text(kid.page, document)} /MCID {kid.thing}>>"


def _attribute(value: Attribute) -> str:
    if isinstance(value, str):
        return f"/{value}"
    if isinstance(value, int):
        return str(value)
    return f"[{' '.join(f'{number:.2f}' for number in value)}]"
