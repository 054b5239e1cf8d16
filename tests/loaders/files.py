"""Files of each format for tests, made from the texts that they shall give."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from pypdf import PdfWriter


def pdf_with_text(lines: Sequence[str]) -> bytes:
    """A PDF of one page with a line of text for each line, in a font whose characters map to Unicode."""
    characters = sorted(set("".join(lines)))
    code = {char: place for place, char in enumerate(characters, 1)}
    shown = " T* ".join(f"<{''.join(f'{code[char]:04X}' for char in line)}> Tj" for line in lines)
    mapping = "\n".join(f"<{code[char]:04X}> <{char.encode('utf-16-be').hex()}>" for char in characters)
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Test def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(characters)} beginbfchar\n{mapping}\nendbfchar\nendcmap end end"
    )
    font = "/Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R"
    descendant = "/Type /Font /Subtype /CIDFontType2 /BaseFont /Test /DW 1000 /CIDSystemInfo <</Registry (Adobe)"
    objects = [
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>",
        _stream(f"BT /F 12 Tf 20 TL 50 750 Td {shown} ET"),
        f"<<{font}>>",
        f"<<{descendant} /Ordering (Identity) /Supplement 0>> /FontDescriptor 8 0 R>>",
        _stream(to_unicode),
        "<</Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800"
        " /Descent -200 /CapHeight 700 /StemV 80>>",
    ]
    return _pdf(objects)


def _stream(content: str) -> str:
    return f"<</Length {len(content)}>>\nstream\n{content}\nendstream"


def _pdf(objects: Sequence[str]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("ascii")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode("ascii")
    out += f"trailer\n<</Size {len(objects) + 1} /Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode("ascii")
    return bytes(out)


def pdf_without_text(password: str | None = None) -> bytes:
    """A PDF of one empty page, as a scanner makes it but for the picture; encrypted where a password is given."""
    writer = PdfWriter()
    writer.add_blank_page(width=200, height=200)
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def word(paragraphs: Sequence[str], table: Sequence[Sequence[str]] = ()) -> bytes:
    """A DOCX with paragraphs and then a table."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        cells = document.add_table(rows=len(table), cols=len(table[0]))
        for row, texts in zip(cells.rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def bomb(size: int) -> bytes:
    """A packed file whose one part unpacks to `size` bytes."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * size)
    return out.getvalue()


def write(folder: Path, files: dict[str, bytes | str]) -> Path:
    """The folder, with these files in it; text is written as UTF-8 with its line ends kept."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder
