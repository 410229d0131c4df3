"""A letter about nothing, to look at a kop surat, a paper and a pattern of numbers."""

from agreements.documents.letters import Facts, Letter, Letterhead, Numbered, Signer, Text
from ksd.core import clock
from ksd.core.words import long_date
from regions.models import Region


def sample_letter(head: Letterhead, region: Region, number: str) -> Letter:
    """A marked example under this kop surat."""
    return Letter(
        head=head,
        subject="Contoh surat untuk memeriksa kop, kertas, huruf, dan pola nomor",
        number=number,
        nature="Biasa",
        annexes="1 (satu) berkas",
        place=region.capital,
        dated=long_date(clock.today()),
        addressee=("Bupati Contoh", "di Tempat"),
        blocks=(
            Text(
                "Surat ini contoh, tidak dikirim kepada siapa pun. Paragraf ini cukup panjang untuk "
                "memperlihatkan lebar baris, jarak antarbaris, dan tepi kertas menurut pengaturan."
            ),
            Facts((("Tentang", "contoh rincian"), ("Lokasi", "contoh lokasi"))),
            Numbered(("butir pertama;", "butir kedua.")),
            Text("Atas perhatian Saudara, kami ucapkan terima kasih."),
        ),
        signers=(Signer(f"{region.head_title} {region.name}"),),
        copies_to=("Arsip",),
        note="Contoh, bukan surat resmi",
    )
