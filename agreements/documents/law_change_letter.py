"""The letter that tells offices of a repealed or amended law and of the texts that cite it."""

from collections.abc import Iterable, Iterator

from agreements.documents.letters import Block, Letter, Signer, Table, Text, letterhead_of
from agreements.models import LawChange, Naskah
from ksd.core.words import long_date
from regions.models import Region

WIDTHS = (6, 20, 44, 30)


def law_change_letter(change: LawChange, region: Region, texts: Iterable[Naskah]) -> Letter:
    """The letter of a province; its number and date are filled in when it is signed."""
    return Letter(
        head=letterhead_of(region),
        subject=f"Pemberitahuan perubahan {change.basis.citation}",
        place=region.capital,
        addressee=("Kepala Daerah dan Kepala Perangkat Daerah pihak kerja sama", "di tempat"),
        blocks=tuple(_blocks(change, list(texts))),
        signers=(Signer(region.head_title),),
        note="Disiapkan dengan aplikasi KSD",
    )


def _blocks(change: LawChange, texts: list[Naskah]) -> Iterator[Block]:
    law = f"{change.basis.citation} tentang {change.basis.title}"
    yield Text(
        f"Kami sampaikan bahwa {law} {change.get_kind_display().lower()} {change.by_citation}, "
        f"berlaku sejak {long_date(change.effective_on)}."
    )
    if change.note:
        yield Text(change.note)
    yield Text(
        "Naskah yang masih disusun agar mengutip peraturan yang berlaku sebelum disepakati. Perjanjian yang sedang "
        "berjalan agar ditinjau oleh para pihak; pemberitahuan ini tidak mengubah isi perjanjian."
    )
    if texts:
        rows = tuple(_row(number, text) for number, text in enumerate(texts, start=1))
        head = ("No.", "Naskah", "Tentang", "Keadaan")
        yield Table(head, rows, WIDTHS, "Naskah yang mengutip peraturan tersebut")
    yield Text("Demikian disampaikan untuk menjadi perhatian.")


def _row(number: int, text: Naskah) -> tuple[str, ...]:
    standing = str(text.get_state_display()) if text.is_open else text.life_label
    return (str(number), text.rule.label, text.title, standing)
