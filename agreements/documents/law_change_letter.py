"""The letter that tells offices of a repealed or amended law and of the texts that cite it."""

from collections.abc import Iterable

from agreements.documents.letters import Letter, Signer, Table, Text, letterhead_of
from agreements.models import LawChange, Naskah
from ksd.core.words import long_date
from regions.models import Region

WIDTHS = (6, 20, 44, 30)


def law_change_letter(change: LawChange, region: Region, texts: Iterable[Naskah]) -> Letter:
    """The letter of a province; its number and date are filled in when it is signed."""
    rows = [
        (
            str(number),
            text.rule.label,
            text.title,
            text.life_label if not text.is_open else text.get_state_display(),
        )
        for number, text in enumerate(texts, start=1)
    ]
    law = f"{change.basis.citation} tentang {change.basis.title}"
    opening = (
        f"Kami sampaikan bahwa {law} {change.get_kind_display().lower()} {change.by_citation}, "
        f"berlaku sejak {long_date(change.effective_on)}."
    )
    asking = (
        "Naskah yang masih disusun agar mengutip peraturan yang berlaku sebelum disepakati. Perjanjian yang sedang berjalan "
        "agar ditinjau oleh para pihak; pemberitahuan ini tidak mengubah isi perjanjian."
    )
    blocks = [Text(opening), Text(change.note) if change.note else None, Text(asking)]
    if rows:
        head = ("No.", "Naskah", "Tentang", "Keadaan")
        blocks.append(Table(head, tuple(rows), WIDTHS, "Naskah yang mengutip peraturan tersebut"))
    blocks.append(Text("Demikian disampaikan untuk menjadi perhatian."))
    return Letter(
        head=letterhead_of(region),
        subject=f"Pemberitahuan perubahan {change.basis.citation}",
        place=region.capital,
        addressee=("Kepala Daerah dan Kepala Perangkat Daerah pihak kerja sama", "di tempat"),
        blocks=tuple(block for block in blocks if block is not None),
        signers=(Signer(region.head_title),),
        note="Disiapkan dengan aplikasi KSD",
    )
