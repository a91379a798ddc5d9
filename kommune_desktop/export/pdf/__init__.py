"""The PDF vocabulary: a document is a story of headings, paragraphs, lists, tables and figures."""
