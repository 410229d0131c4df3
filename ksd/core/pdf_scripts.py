"""Whether a PDF acts by itself: names of scripts and programs, in the open or packed into object streams."""

import re
import zlib
from collections.abc import Iterator

# What makes a reader run something: the names as PDF writes them, whole.
_ACTS = re.compile(rb"/(?:JavaScript|JS|Launch|ImportData|RichMediaExecute)(?![A-Za-z0-9])")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_BEGIN, _END = b"stream", b"endstream"
MOST_UNPACKED = 40 * 1024 * 1024
_LONGEST_HEAD = 4096


def acts_by_itself(content: bytes) -> bool:
    """Tell whether a PDF names a script or a program to run; older revisions of it count too.

    Contents of pages, pictures and fonts are not looked at. What is packed in a way nobody uses counts as acting.
    """
    return any(_ACTS.search(_plain(part)) for part in _spoken(content))


def _plain(part: bytes) -> bytes:
    """Names without the escapes that hide them (/J#53)."""
    if b"#" not in part:
        return part
    return _ESCAPED.sub(lambda found: bytes([int(found.group(1), 16)]), part)


def _spoken(content: bytes) -> Iterator[bytes]:
    """Everything outside of streams, and what object streams hold."""
    left, place = MOST_UNPACKED, 0
    while True:
        begin = content.find(_BEGIN, place)
        if begin < 0:
            yield content[place:]
            return
        yield content[place:begin]
        end = content.find(_END, begin)
        end = len(content) if end < 0 else end
        head = content[max(place, begin - _LONGEST_HEAD) : begin]
        if b"/ObjStm" in _plain(head[head.rfind(b" obj") :]):
            packed = content[begin + len(_BEGIN) : end].lstrip(b"\r\n")
            unpacked = _unpacked(packed, left)
            left -= len(unpacked)
            yield unpacked
        place = end + len(_END)


def _unpacked(packed: bytes, most: int) -> bytes:
    """The objects in a stream; too many of them, or packed in another way than everybody's, count as a script."""
    reader = zlib.decompressobj()
    try:
        content = reader.decompress(packed, max(1, most))
    except zlib.error:
        return packed if b"<<" in packed[:_LONGEST_HEAD] else b"/Launch"
    return content if not reader.unconsumed_tail else b"/Launch"
