import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from claims.articles import read_bytes
from claims.documents import unwrap
from claims.records import Article, Refusal
from settings import Claims


def pdf(*lines: str) -> bytes:
    """Return a PDF of one page with ``lines`` under each other."""
    shown = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 50 700 Td {shown}ET".encode("cp1252")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )


def word(*paragraphs: str) -> bytes:
    """Return a Word file whose paragraphs hold the given WordprocessingML runs."""
    document = docx.Document()
    body = document.element.body
    for runs in reversed(paragraphs):
        body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{runs}</w:p>"))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def one(name: str, data: bytes) -> Article:
    (found,) = read_bytes(name, data)
    assert isinstance(found, Article), found
    return found


def test_the_lines_of_a_pdf_become_paragraphs():
    found = one(
        "a.pdf",
        pdf(
            "The harbour of Brenholm shut at noon and no ves-",
            "sel may enter it before Friday.",
            "It is a pity that nobody had seen the crack be-",
            "fore.",
        ),
    )
    assert found.text == (
        "The harbour of Brenholm shut at noon and no vessel may enter it before Friday.\n"
        "It is a pity that nobody had seen the crack before."
    )
    assert (found.author, found.published) == (None, None)


def test_a_pdf_without_text_or_with_a_password_says_what_to_do():
    (blank,) = read_bytes("a.pdf", pdf())
    assert "OCR" in blank.why
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("Words."))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    (locked,) = read_bytes("a.pdf", out.getvalue())
    assert "password" in locked.why


def test_a_hyphen_stays_where_the_word_has_one_elsewhere():
    wide = "A well-known pilot was there when the gate of the quay was found cracked, and a well-"
    assert unwrap(f"{wide}\nknown diver too.").endswith("and a well-known diver too.")


@given(st.text(alphabet="ab .-\n\u00ad", max_size=80))
def test_unwrapping_loses_nothing_but_hyphens_and_spaces(text):
    def letters(text: str) -> list[str]:
        return [char for char in text if char.isalpha() or char == "."]

    assert letters(unwrap(text)) == letters(text)


def test_tracked_insertions_are_read_and_deletions_are_not():
    ins = f'<w:ins w:id="1" w:author="x">{run("two")}</w:ins>'
    gone = f'<w:del w:id="2" w:author="x">{run("nine", "delText")}{run("nine")}</w:del>'
    moved = f'<w:moveFrom w:id="3" w:author="x">{run("far ")}</w:moveFrom>'
    found = one("a.docx", word(f"{run('The ')}{moved}{ins}{gone}{run(' ships left.')}", run("All is well.")))
    assert found.text == "The two ships left.\nAll is well."
    assert (found.author, found.published) == (None, None)


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr>'
    assert one("a.docx", word(f"{mark}{run('One ')}", run("line."))).text == "One line."


def test_links_tables_tabs_and_breaks_are_read():
    link = f"<w:hyperlink>{run('the report')}</w:hyperlink>"
    document = docx.Document(io.BytesIO(word(f"{run('See ')}{link}<w:r><w:br/><w:t>here</w:t><w:tab/></w:r>")))
    document.add_table(1, 1).cell(0, 0).text = "In a cell."
    out = io.BytesIO()
    document.save(out)
    assert one("a.docx", out.getvalue()).text == "See the report\nhere\t\nIn a cell."


def test_a_word_file_that_unpacks_to_too_much_is_refused():
    (found,) = read_bytes("a.docx", word(run("x" * 500_000)), Claims(largest_file=400_000))
    assert "unpacks" in found.why


@pytest.mark.parametrize("name", ["word/document.xml", "hello.txt"])
def test_other_zip_files_are_refused(name):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(name, "<x/>")
    (found,) = read_bytes("a.docx", out.getvalue())
    assert isinstance(found, Refusal)
