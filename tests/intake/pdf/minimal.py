"""PDFs written by hand."""

from collections.abc import Sequence

Placed = tuple[float, float, str]
"""A line: how far from the left and from the bottom of the page (in points), and its words."""


def lines(words: Sequence[str], top: float = 760, left: float = 72, leading: float = 14) -> list[Placed]:
    return [(left, top - leading * i, text) for i, text in enumerate(words)]


def pdf(pages: Sequence[Sequence[Placed]], info: str = "", content: str | None = None, trailer: str = "") -> bytes:
    """A PDF with these pages; `content` takes the place of what is drawn on all of them."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        drawn = "BT /F1 11 Tf\n" + "".join(f"1 0 0 1 {x} {y} Tm ({_escaped(t)}) Tj\n" for x, y, t in page) + "ET"
        drawn = drawn if content is None else content
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    objects.append(f"<< {info} >>")
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{o:010} 00000 n \n" for o in offsets)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {trailer} >>\n"
    return out + f"{table}{end}startxref\n{len(out)}\n%%EOF\n".encode()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
