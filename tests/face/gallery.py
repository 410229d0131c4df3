"""Every component of the house on one page, and every error page, for tests and for a look in the browser."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from ksd.core.errors import NotReady


@dataclass(frozen=True)
class Sheet:
    """Stands for a stored file."""

    name: str = "Kerangka Acuan Kerja Pengelolaan Sampah Regional Tahun 2026.pdf"
    size: int = 348_112
    content_type: str = "application/pdf"


class Filters(forms.Form):
    """Filters such as a list has."""

    q = forms.CharField(label="Kata dicari", required=False)
    state = forms.ChoiceField(label="Tahap", required=False, choices=[("", "Semua"), ("telaah", "Telaah")])


class Reason(forms.Form):
    """What a confirmation may ask."""

    reason = forms.CharField(
        label="Alasan", widget=forms.Textarea(attrs={"rows": 3}), help_text="Dibaca oleh kedua pihak."
    )


def _context(request: HttpRequest) -> dict[str, Any]:
    return {
        "crumbs": [("Beranda", "/"), ("Kerja sama", "/kerja-sama/"), ("Pengelolaan sampah regional", "")],
        "facts": [
            ("Judul", "Pengelolaan sampah regional"),
            ("Nilai", 0),
            ("Catatan", ""),
            ("Daerah", "Kutai Barat", "/wilayah/64.07/"),
        ],
        "entries": [
            {
                "title": "Penawaran dikirim",
                "at": datetime(2026, 11, 20, 3, 5, tzinfo=UTC),
                "by": "Contoh Siti, Biro",
                "tone": "primary",
                "icon": "send",
            },
            {
                "title": "Dikembalikan",
                "at": date(2026, 10, 1),
                "text": "KAK belum memuat manfaat bagi kedua daerah.",
                "tone": "warning",
                "icon": "arrow-back-up",
            },
            {"title": "Usul dibuat", "at": date(2026, 9, 3)},
        ],
        "page_obj": Paginator(range(412), 20).get_page(request.GET.get("page", 7)),
        "file": Sheet(),
        "filter_form": Filters(request.GET or None),
        "reason_form": Reason(),
        "tones": ["primary", "success", "warning", "danger", "info", "secondary"],
    }


@require_http_methods(["GET", "POST"])
def gallery(request: HttpRequest, which: str = "") -> HttpResponse:
    """Show the components, or one of the pages made of them."""
    if which == "refused":
        error = NotReady(
            "Usul belum dapat diajukan untuk ditelaah.",
            findings=("KAK butir 3 “Maksud dan tujuan” masih kosong.", "Lampiran surat belum bertanggal."),
            article="Pasal 8 ayat (3) Permendagri 22/2020",
            remedy="Lengkapi kedua hal itu pada halaman usul, lalu ajukan kembali.",
        )
        return render(request, "errors/refused.html", {"error": error}, status=409)
    if which == "confirm":
        context = {
            "title": "Batalkan kerja sama ini?",
            "text": "Kerja sama “Pengelolaan sampah regional” akan ditutup untuk kedua pihak.",
            "consequences": ["Tenggat yang berjalan dihentikan.", "Naskah tidak dapat diubah lagi."],
            "action_label": "Batalkan kerja sama",
            "cancel_url": "/",
            "form": Reason(),
            "crumbs": [("Beranda", "/"), ("Konfirmasi", "")],
        }
        return render(request, "components/confirm_page.html", context)
    if which:
        return render(request, f"errors/{which}.html", status=200)
    return render(request, "gallery.html", _context(request))
