"""PDFs of plain text, written by hand: the same pages give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence


def pdf(drawn: Sequence[str], info: str = "", trailer: str = "") -> bytes:
    """A PDF of A4 pages with one font, F1 (Helvetica, Windows-1252).

    Args:
        drawn: for each page, the operators that draw it.
        info: what stands in the document's information.
        trailer: what is added to its trailer.
    """
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(drawn)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(drawn)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(drawn):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects.append(f"<< {info} >>")
    out, offsets = b"%PDF-1.4\n", list[int]()
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{o:010} 00000 n \n" for o in offsets)
    ends = " ".join(filter(None, (f"/Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R", trailer)))
    return out + f"{table}trailer\n<< {ends} >>\nstartxref\n{len(out)}\n%%EOF\n".encode()


def shown(text: str) -> str:
    """A text as a string of a PDF, brackets left out: in octal escapes of Windows-1252 where need be."""
    octets = text.encode("cp1252", "replace")
    return "".join(chr(c) if 32 <= c < 127 and chr(c) not in "\\()" else f"\\{c:03o}" for c in octets)
