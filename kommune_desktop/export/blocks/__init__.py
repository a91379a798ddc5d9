"""Documents made of blocks: written once, they become PDF and Word."""

from kommune_desktop.export.blocks.model import (
    Block,
    Bullets,
    Chart,
    Document,
    Grid,
    Heading,
    Lines,
    Look,
    NewPage,
    Numbered,
    Paragraph,
    Room,
)

__all__ = [
    "Block",
    "Bullets",
    "Chart",
    "Document",
    "Grid",
    "Heading",
    "Lines",
    "Look",
    "NewPage",
    "Numbered",
    "Paragraph",
    "Room",
]
