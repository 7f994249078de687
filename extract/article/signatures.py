"""Files that are not text, told by their first bytes, each with its name and the way to text."""

from extract.errors import ArticleError

_PICTURE = "run OCR on it, or give the article's text"
_ARCHIVE = "unpack it and give the files inside"
_MEDIA = "give a transcript"
_OFFICE = "save it as plain text (UTF-8)"
_DATA = "export it as JSON Lines"
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "convert it with pdftotext"),
    (b"\x89PNG\r\n", "a PNG image", _PICTURE),
    (b"\xff\xd8\xff", "a JPEG image", _PICTURE),
    (b"GIF87a", "a GIF image", _PICTURE),
    (b"GIF89a", "a GIF image", _PICTURE),
    (b"II*\0", "a TIFF image", _PICTURE),
    (b"MM\0*", "a TIFF image", _PICTURE),
    (b"{\\rtf", "an RTF document", _OFFICE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", _OFFICE),
    (b"PK\x03\x04", "a ZIP archive or an Office document", "unpack it, or save the document as plain text (UTF-8)"),
    (b"PK\x05\x06", "an empty ZIP archive", _ARCHIVE),
    (b"\x1f\x8b", "gzip-compressed", "unpack it with gunzip"),
    (b"BZh", "bzip2-compressed", "unpack it with bunzip2"),
    (b"\xfd7zXZ\0", "xz-compressed", "unpack it with unxz"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed", "unpack it with unzstd"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _ARCHIVE),
    (b"Rar!\x1a\x07", "a RAR archive", _ARCHIVE),
    (b"SQLite format 3\0", "an SQLite database", _DATA),
    (b"PAR1", "a Parquet file", _DATA),
    (b"ID3", "an MP3 recording", _MEDIA),
    (b"OggS", "an Ogg recording", _MEDIA),
    (b"\x1aE\xdf\xa3", "a Matroska video", _MEDIA),
    (b"\x7fELF", "a program", "give an article"),
)
_MAGICS = tuple(magic for magic, _, _ in _SIGNATURES)
_SHORT = frozenset((b"BZh", b"ID3", b"PAR1", b"OggS"))  # an article might open with these letters


def refuse_binary(raw: bytes, where: str) -> None:
    """Raise ArticleError, naming the format, when `raw` begins like a file that is not text."""
    start = raw[:64]
    if not start.startswith(_MAGICS):
        start = start.lstrip()  # PDF writers may put blanks first
        if start.startswith(b"%PDF-"):
            raise _refusal(where, *_SIGNATURES[0][1:])
        kind = _container(raw)
        if kind:
            raise _refusal(where, *kind)
        return
    for magic, name, mend in _SIGNATURES:
        if start.startswith(magic) and (magic not in _SHORT or not _is_text(raw[:1_024])):
            if magic == b"PK\x03\x04" and b"word/" in raw[:4_096]:
                raise _refusal(where, "a Word document", _OFFICE)
            raise _refusal(where, name, mend)


def _container(raw: bytes) -> tuple[str, str] | None:
    """Formats whose signature does not stand at the first byte."""
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return "a WebP image", _PICTURE
    if raw[:4] == b"RIFF" and raw[8:12] in (b"WAVE", b"AVI "):
        return "a recording", _MEDIA
    if raw[4:8] == b"ftyp":
        return "a video, or an HEIC image", _MEDIA
    if raw[:2] == b"BM" and raw[6:10] == b"\0\0\0\0":
        return "a BMP image", _PICTURE
    return None


def _is_text(start: bytes) -> bool:
    return not any(byte < 9 or byte == 0x7F for byte in start)


def _refusal(where: str, name: str, mend: str) -> ArticleError:
    return ArticleError(where, f"is {name}, not text", mend)
