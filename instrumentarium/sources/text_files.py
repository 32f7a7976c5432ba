"""Text from bytes: UTF-8, with or without a byte order mark, of any system's line ends, in Unicode NFC."""

import unicodedata

from instrumentarium.sources.diagnostics import Fault


def decode(raw: bytes, file: str, /) -> tuple[str | None, list[Fault]]:
    """Return the text with plain line ends, None where it is not UTF-8, and its faults."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        return None, [Fault(file, line, column, "not UTF-8; save the file in that encoding")]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if unicodedata.is_normalized("NFC", text):
        return text, []
    return text, [
        Fault(file, number, 1, "letters and their accents are apart here; save the line in Unicode NFC")
        for number, line in enumerate(text.split("\n"), 1)
        if not unicodedata.is_normalized("NFC", line)
    ]
