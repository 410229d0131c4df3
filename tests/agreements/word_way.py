"""The way of a text to Word and back, as a browser goes it."""

from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.models import Naskah, WordReturn
from agreements.naskah.structure import Ayat
from agreements.services.naskah import newest_version
from agreements.services.wording import body_of
from tests.agreements.naskah.word_files import changed, p

FOREIGN = "".join(
    map(
        p,
        (
            "KESEPAKATAN BERSAMA", "ANTARA", "PEMERINTAH KABUPATEN A", "DAN", "PEMERINTAH KABUPATEN B", "TENTANG",
            "AIR MINUM", "Pada hari ini, Senin, kami yang bertanda tangan di bawah ini:",
            "PARA PIHAK sepakat membuat kesepakatan dengan ketentuan sebagai berikut:", "Pasal 1", "OBJEK",
            "Objeknya kerjasama air minum.", "Pasal 2", "KERAHASIAAN", "(1) Data dijaga.", "(2) Data tidak dibagikan.",  # bentuk-salah
            "Demikian kesepakatan ini dibuat dalam rangkap dua.",
        ),
    )
)  # fmt: skip


class Way:
    """One text and the files that go out of it and come back."""

    def __init__(self, text: Naskah) -> None:
        self.text = text
        self.address = f"{text.get_absolute_url()}word/"

    def fetch(self, browser, **asked) -> bytes:
        answer = browser.get(self.address, asked)
        assert answer.status_code == 200
        return bytes(answer.content)

    def send(self, browser, content: bytes, name: str = "hasil.docx", **typed):
        token = typed.pop("form_token", f"kirim-{WordReturn.objects.count()}-{len(content)}")
        upload = SimpleUploadedFile(name, content)
        return browser.post(
            f"{self.address}unggah/", {"upload": upload, "form_token": token, "note": "", **typed}
        )

    def take(self, browser, number: int, *parts: str, **typed):
        seen = typed.pop("seen_number", newest_version(self.text).number)
        sent = {
            "form_token": typed.pop("form_token", f"ambil-{number}-{parts}"),
            "seen_number": seen,
            **typed,
        }
        return browser.post(f"{self.address}{number}/", sent | {"parts": list(parts)})


def objek(text) -> tuple[Ayat, ...]:
    return next(row.ayat for row in body_of(newest_version(text)).pasal if row.clause == "objek")


def edited(content: bytes, what: str = "Objek yang dikerjasamakan") -> bytes:
    return changed(content, (r"Objek Kesepakatan Bersama ini", what))
