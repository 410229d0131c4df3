"""Word files made by hand: what people and attackers upload."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
)
RELS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
)


def p(text: str, style: str = "", inside: str = "") -> str:
    """A paragraph; `inside` is XML behind the text."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:t xml:space="preserve">{text}</w:t></w:r>{inside}</w:p>'


def document(body: str) -> str:
    """The main part around a body."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'


def docx(body: str = "", parts: Mapping[str, str | bytes] | None = None, *, kind: str = MAIN_TYPE) -> bytes:
    """A whole file; `parts` adds or replaces parts of the package."""
    all_parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES.replace("{kind}", kind),
        "_rels/.rels": RELS,
        "word/document.xml": document(body),
        **(parts or {}),
    }
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in all_parts.items():
            package.writestr(name, content)
    return target.getvalue()


def changed(content: bytes, *pairs: tuple[str, str], part: str = "word/document.xml") -> bytes:
    """The same file after somebody edited a part; every pattern must be found."""
    source = zipfile.ZipFile(BytesIO(content))
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            blob = source.read(name)
            if name == part:
                text = blob.decode()
                for old, new in pairs:
                    text, times = re.subn(old, new, text, flags=re.DOTALL)
                    assert times, f"not found: {old}"
                blob = text.encode()
            package.writestr(name, blob)
    return target.getvalue()


def paragraph_of(text: str) -> str:
    """The pattern of the whole paragraph that holds these words."""
    return rf"<w:p>(?:(?!</w:p>).)*{re.escape(text)}(?:(?!</w:p>).)*</w:p>"
