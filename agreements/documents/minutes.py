"""Berita acara of a step beside the stages: prepared for the parties to complete and sign."""

from agreements.documents.letters import Block, Facts, Heading, Letter, Signer, Text, letterhead_of
from agreements.documents.letters.sheet import BLANK
from agreements.models import ProceedingEntry
from ksd.core.words import date_in_words
from regions.models import Region


def minutes_of(entry: ProceedingEntry, region: Region) -> Letter:
    """The minutes of one step, under the letterhead of the region that prepares them."""
    matter, case = entry.proceeding, entry.proceeding.case
    words = date_in_words(entry.on)
    opening = (
        f"Pada hari ini {words.day}, tanggal {words.date} bulan {words.month} tahun {words.year} "
        f"({words.figures}), bertempat di {BLANK}, para pihak di bawah ini membahas “{matter.title}” dalam kerja "
        f"sama tentang “{case.title}”."
    )
    blocks: list[Block] = [
        Text(opening),
        Facts((("Dasar", entry.rule.article or "kebiasaan kantor"), ("Langkah", entry.rule.label))),
        Heading("Uraian dan hasil"),
        *(Text(line) for line in entry.text.splitlines() if line.strip()),
        Text("Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."),
    ]
    return Letter(
        head=letterhead_of(region),
        form="berita_acara",
        subject=entry.rule.paper,
        number=entry.number,
        blocks=tuple(blocks),
        signers=tuple(Signer(party.name) for party in case.acting_parties),
        note="Disiapkan dengan aplikasi KSD",
    )
