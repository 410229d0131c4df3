"""How a text becomes agreed: shared, approved or returned by each party, reopened, cancelled."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.forms.naskah import ApproveForm, ReasonForm
from agreements.models import Naskah, NaskahParty, Party
from agreements.services.agreement import (
    approve_naskah,
    cancel_naskah,
    reopen_naskah,
    return_naskah,
    share_naskah,
)
from agreements.services.approval_steps import require_steps_done
from agreements.services.authority import authority_of
from agreements.services.naskah import newest_version
from agreements.services.naskah_life import require_act
from agreements.services.naskah_rules import findings_of
from agreements.views.access import person
from agreements.views.refusing import confirm
from agreements.views.text_page import text_crumbs, text_or_404, then


def party_or_404(text: Naskah, order: int) -> NaskahParty:
    """The party in this place of the text, with its signer."""
    rows = text.signatures.select_related("party__region", "party__partner", "office", "signed_copy")
    return get_object_or_404(rows, party__order=order)


def _deciding(request: HttpRequest, public_id: str, order: int, code: str) -> tuple[Naskah, Party]:
    """A text being discussed and the party this person may decide for."""
    text = text_or_404(request, public_id)
    party = party_or_404(text, order).party
    require_act(person(request), text, code, party)
    return text, party


def _through_its_chain(text: Naskah, party: Party) -> int:
    """The newest version, once the party's own steps are through with it. Raises NotReady."""
    version = newest_version(text)
    require_steps_done(version, party)
    return version.number


def _page(text: Naskah, label: str) -> dict[str, Any]:
    return {"back": text.get_absolute_url(), "action_label": label, "crumbs": text_crumbs(text, (label, ""))}


@login_required
@require_http_methods(["GET", "POST"])
def naskah_share(request: HttpRequest, public_id: str) -> HttpResponse:
    """Send the newest version to every party for approval."""
    text = text_or_404(request, public_id)
    require_act(person(request), text, "bagikan")
    version = newest_version(text)
    names = ", ".join(party.short_name for party in text.case.parties.all())
    found = [*findings_of(text, version), *authority_of(text)]
    return confirm(
        request,
        act=lambda _data: share_naskah(actor=person(request), naskah=text),
        done=then(text, _("Naskah dibagikan.")),
        title=_("Bagikan versi %d kepada semua pihak?") % version.number,
        text=_("%s diminta menyetujui atau mengembalikan versi ini.") % names,
        consequences=[
            _("Selama dibahas, naskah tidak dapat disunting; pihak dapat mengembalikannya dengan alasan."),
            *(f"{row.place}: {row.message}" for row in found),
        ],
        tone="primary",
        **_page(text, _("Bagikan")),
    )


@login_required
@require_http_methods(["GET", "POST"])
def naskah_approve(request: HttpRequest, public_id: str, order: int) -> HttpResponse:
    """Record one party's agreement to the version it read."""
    text, party = _deciding(request, public_id, order, "setujui")
    newest = _through_its_chain(text, party)
    return confirm(
        request,
        act=lambda data: approve_naskah(
            actor=person(request),
            naskah=text,
            party=party,
            seen_number=data["seen_number"],
            note=data["note"],
        ),
        form=ApproveForm(request.POST or None, initial={"seen_number": newest}),
        done=then(text, _("Persetujuan %s dicatat.") % party.short_name),
        title=_("Setujui versi %d?") % newest,
        text=_("Persetujuan atas nama %s dicatat dengan nama, peran, dan waktu Anda.") % party.name,
        consequences=[_("Bila semua pihak sudah menyetujui, isi naskah dikunci dan siap ditandatangani.")],
        tone="success",
        **_page(text, _("Setujui")),
    )


@login_required
@require_http_methods(["GET", "POST"])
def naskah_return(request: HttpRequest, public_id: str, order: int) -> HttpResponse:
    """Send a shared text back to its drafters with the reason."""
    text, party = _deciding(request, public_id, order, "kembalikan")
    return confirm(
        request,
        act=lambda data: return_naskah(
            actor=person(request), naskah=text, party=party, reason=data["reason"]
        ),
        form=ReasonForm(request.POST or None),
        done=then(text, _("Naskah dikembalikan.")),
        title=_("Kembalikan naskah untuk diperbaiki?"),
        text=_("Penyusun menerima alasan %s dan memperbaiki naskah.") % party.short_name,
        consequences=[
            _(
                "Persetujuan yang sudah diberikan atas versi ini tetap tercatat, tetapi versi berikutnya perlu disetujui lagi."
            )
        ],
        tone="warning",
        **_page(text, _("Kembalikan")),
    )


@login_required
@require_http_methods(["GET", "POST"])
def naskah_reopen(request: HttpRequest, public_id: str) -> HttpResponse:
    """Unlock an agreed text that nobody has signed yet."""
    text = text_or_404(request, public_id)
    require_act(person(request), text, "buka_kembali")
    return confirm(
        request,
        act=lambda data: reopen_naskah(actor=person(request), naskah=text, reason=data["reason"]),
        form=ReasonForm(request.POST or None),
        done=then(text, _("Naskah dibuka kembali.")),
        title=_("Buka kembali naskah yang sudah disepakati?"),
        text=_("Naskah kembali ke tahap penyusunan. Semua pihak harus menyetujui lagi versi yang baru."),
        tone="warning",
        **_page(text, _("Buka kembali")),
    )


@login_required
@require_http_methods(["GET", "POST"])
def naskah_cancel(request: HttpRequest, public_id: str) -> HttpResponse:
    """Give up a text that was not signed by everybody."""
    text = text_or_404(request, public_id)
    require_act(person(request), text, "batalkan")
    return confirm(
        request,
        act=lambda data: cancel_naskah(actor=person(request), naskah=text, reason=data["reason"]),
        form=ReasonForm(request.POST or None),
        done=_("Naskah dibatalkan."),
        title=_("Batalkan naskah ini?"),
        text=_("Naskah tidak dapat dihidupkan lagi; isinya dan riwayatnya tetap dapat dibaca semua pihak."),
        **_page(text, _("Batalkan naskah")),
    )
