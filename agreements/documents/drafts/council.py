"""The letters to a DPRD as wordings: the law packs keep them, an office may word them itself like the others."""

from agreements.documents.drafts.schema import Draft
from agreements.law.schema import LawPack


def council_drafts(pack: LawPack) -> list[Draft]:
    """Every letter of this pack between a region and its DPRD."""
    return [
        Draft(
            code=council_code(pack.code, kind.code),
            label=kind.label,
            short="DPRD",
            subject=kind.subject,
            packs=(pack.code,),
            to="named",
            addressee=tuple(part.strip() for part in kind.addressee.split(";")),
            opening=kind.text,
            of="dprd",
            permission="agreements.dprd",
            article=kind.article,
            internal=kind.internal,
            nature="Penting",
        )
        for kind in pack.dprd_letters
    ]


def council_code(pack: str, kind: str) -> str:
    """The code of the wording of a pack's letter to the DPRD."""
    return f"dprd-{pack}-{kind.replace('_', '-')}"
