"""Decoding: the text comes out as it went in, with its encoding named, or not at all."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.article.decode import decode
from extract.errors import ArticleError

ARABIC = "أعلن الجيش أن 12 جنديا أصيبوا في هجوم على القاعدة، وقال إن التحقيق بدأ في اليوم التالي مع شهود من القرية."
PERSIAN = "ارتش اعلام كرد كه در اين حمله ۱۲ سرباز زخمي شدند و تحقيق از روز بعد با حضور شاهدان آغاز شد و به پايان رسيد."
ENGLISH = "The army said that 12 soldiers were hurt at the Café – “a trap” – and that the inquiry is part of the plan."
ASCII_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        pytest.param(ARABIC, "utf-8", "utf-8", id="utf-8"),
        pytest.param(ARABIC, "utf-8-sig", "utf-8-sig", id="utf-8 with a mark"),
        pytest.param(ARABIC, "utf-16", "utf-16", id="utf-16 with a mark"),
        pytest.param(ARABIC, "utf-32", "utf-32", id="utf-32 with a mark"),
        pytest.param(ARABIC, "cp1256", "windows-1256", id="Arabic in windows-1256"),
        pytest.param(ARABIC, "iso8859-6", "iso-8859-6", id="Arabic in ISO 8859-6"),
        pytest.param(ARABIC, "mac-arabic", "x-mac-arabic", id="Arabic from a Macintosh"),
        pytest.param(PERSIAN.translate(ASCII_DIGITS), "cp1256", "windows-1256", id="Persian in windows-1256"),
        pytest.param(ENGLISH, "cp1252", "windows-1252", id="English in windows-1252"),
        pytest.param("plain English text and no more", "ascii", "utf-8", id="ASCII is UTF-8"),
    ],
)
def test_round_trip(text: str, codec: str, name: str) -> None:
    assert decode(text.encode(codec), "a.txt") == (text, name)


@pytest.mark.parametrize("length", [40, 200, 1_000, 10_000])
@pytest.mark.parametrize("codec", ["cp1256", "iso8859-6", "mac-arabic"])
def test_legacy_arabic_of_any_length(codec: str, length: int) -> None:
    text = ((ARABIC + "\r\n") * 100)[:length]
    assert decode(text.encode(codec), "a.txt").text == text


@pytest.mark.parametrize("codec", ["cp1256", "iso8859-6"])
def test_a_headline_needs_one_word_that_tells(codec: str) -> None:
    assert decode("أعلن الجيش مقتل 12 جنديا".encode(codec), "a.txt").text == "أعلن الجيش مقتل 12 جنديا"
    with pytest.raises(ArticleError, match="--encoding"):
        decode("مقتل 12 جنديا".encode(codec), "a.txt")


def test_line_ends_are_kept_and_the_mark_is_not() -> None:
    assert decode(codecs.BOM_UTF8 + "سطر\r\nسطر\r\n".encode(), "a.txt").text == "سطر\r\nسطر\r\n"


@pytest.mark.parametrize(
    ("declaration", "name"),
    [
        pytest.param('<meta charset="windows-1256">', "windows-1256", id="right"),
        pytest.param(
            "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>", "windows-1256", id="wrong"
        ),
        pytest.param("<meta charset='klingon'>", "windows-1256", id="unknown"),
        pytest.param("<meta charset='utf-7'>", "windows-1256", id="dangerous"),
        pytest.param("<?xml version='1.0' encoding='windows-1256'?>", "windows-1256", id="XML"),
    ],
)
def test_declared_charset_is_tried_and_not_trusted(declaration: str, name: str) -> None:
    page = f"<html><head>{declaration}</head><body><p>{ARABIC}</p></body></html>"
    assert decode(page.encode("cp1256"), "a.html") == (page, name)


@pytest.mark.parametrize("encoding", ["windows-1256", "cp1256"])
def test_the_users_word_counts(encoding: str) -> None:
    assert decode("مقتل خمسة".encode("cp1256"), "a.txt", encoding) == ("مقتل خمسة", encoding)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF, not text; convert it with pdftotext", id="PDF"),
        pytest.param(b"\n %PDF-1.4 ...", "a PDF, not text", id="PDF after blanks"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0", "a PNG image, not text", id="PNG"),
        pytest.param(b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image, not text", id="JPEG"),
        pytest.param(b"GIF89a\x01\0", "a GIF image, not text", id="GIF"),
        pytest.param(b"RIFF\x10\0\0\0WEBPVP8 ", "a WebP image, not text", id="WebP"),
        pytest.param(b"BM\x8a\0\0\0\0\0\0\0", "a BMP image, not text", id="BMP"),
        pytest.param(b"\0\0\0\x18ftypheic", "a video, or an HEIC image", id="HEIC"),
        pytest.param(b"PK\x03\x04\x14\0 word/document.xml", "a Word document", id="docx"),
        pytest.param(b"PK\x03\x04\x14\0 data.csv", "a ZIP archive", id="zip"),
        pytest.param(b"\x1f\x8b\x08\0\0", "gzip-compressed, not text; unpack it with gunzip", id="gzip"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", id="doc"),
        pytest.param(b"{\\rtf1\\ansi", "an RTF document", id="RTF"),
        pytest.param(b"ID3\x03\0\0\0", "an MP3 recording", id="MP3"),
        pytest.param(b"text with \0 inside", "NUL bytes (the first at byte 10)", id="NUL"),
        pytest.param(
            ENGLISH.encode("utf-16-le"), "UTF-16 without a byte order mark; try --encoding utf-16-le", id="UTF-16-LE"
        ),
        pytest.param(ARABIC.encode("utf-16-le"), "try --encoding utf-16-le", id="Arabic UTF-16"),
        pytest.param(ENGLISH.encode("utf-16-be"), "try --encoding utf-16-be", id="UTF-16-BE"),
        pytest.param(codecs.BOM_UTF16_LE + b"a", "is not utf-16 at byte", id="half a UTF-16 character"),
        pytest.param(bytes(range(128, 256)) * 4, "in no encoding we know", id="noise"),
        pytest.param("Собака лает, караван идет".encode("koi8-r"), "in no encoding we know", id="another alphabet"),
        pytest.param("Überfälle äußerst gefährlich".encode("cp1252"), "--encoding", id="latin-1 is not guessed"),
        pytest.param(ARABIC.encode()[:-2], "UTF-8 but for 1 broken place", id="cut in a character"),
        pytest.param(
            f"{ARABIC}\n".encode() + b"\xff" + ARABIC.encode(), "(line 2); mend the file; iconv", id="a stray byte"
        ),
    ],
)
def test_what_is_not_text_is_named(raw: bytes, said: str) -> None:
    with pytest.raises(ArticleError) as failure:
        decode(raw, "a.txt")
    message = str(failure.value)
    assert message.startswith("a.txt: ")
    assert said in message
    assert "\n" not in message


@pytest.mark.parametrize(
    "start",
    [
        "BZhang told reporters that the",
        "ID3 cards of the army are with",
        "PAR1S is the name of the ship",
        "BM said that the",
    ],
)
def test_words_that_begin_like_a_signature(start: str) -> None:
    assert decode(start.encode(), "a.txt").text == start


def test_a_wrong_override_is_refused() -> None:
    with pytest.raises(ArticleError, match="is not ascii at byte 0; name its true encoding"):
        decode(ARABIC.encode(), "a.txt", "ascii")
    with pytest.raises(ArticleError, match="NUL characters"):
        decode("two words".encode("utf-16-le"), "a.txt", "utf-8")


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_refusal(raw: bytes) -> None:
    with suppress(ArticleError):
        assert "\0" not in decode(raw, "a.txt").text


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_text_survives_utf8(text: str) -> None:
    raw = text.encode("utf-8")
    if raw.startswith((codecs.BOM_UTF8, b"%PDF-", b"{\\rtf", b"GIF8", b"OggS", b"ID3", b"BZh")):
        return
    assert decode(raw, "a.txt") == (text, "utf-8")
