"""Two versions of a text side by side: on the screen, on paper, and what is taken back of the newer one."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agreements.choices import NaskahState
from agreements.documents.redline import Redline, redline_of
from agreements.documents.redline_paper import redline_letter
from agreements.forms.versions import CompareForm, ReviewForm
from agreements.models import Naskah, NaskahVersion
from agreements.services.naskah import require_drafter, require_state
from agreements.services.pdf import require_words
from agreements.services.versions import review_changes
from agreements.views.access import person
from agreements.views.letters import hand_out
from agreements.views.party_lines import permits
from agreements.views.refusing import carried_out
from agreements.views.text_page import text_crumbs, text_or_404


@dataclass(frozen=True)
class Asked:
    """What a comparison was asked for; without a pair there is only one version."""

    form: CompareForm
    pair: tuple[NaskahVersion, NaskahVersion] | None
    only_changed: bool


def _asked(text: Naskah, data: Any) -> Asked:
    """The two versions asked for, the last two unless said; 404 for a version there is not."""
    versions = list(text.versions.select_related("author").defer("body", "frozen"))
    numbers = [row.number for row in versions]
    usual = {"kiri": numbers[min(1, len(numbers) - 1)], "kanan": numbers[0], "ubah": "on"}
    typed = {name: data.get(name) or usual[name] for name in ("kiri", "kanan")}
    typed["ubah"] = data.get("ubah", "") if data.get("kiri") else usual["ubah"]
    form = CompareForm(typed, versions=versions)
    if not form.is_valid():
        raise Http404
    known = {row.number: row for row in versions}
    pair = (known[form.cleaned_data["kiri"]], known[form.cleaned_data["kanan"]])
    return Asked(form, pair if len(versions) > 1 else None, form.cleaned_data["ubah"])


@login_required
@require_safe
def naskah_compare(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show what changed between two versions."""
    text = text_or_404(request, public_id)
    require_words(text)
    asked = _asked(text, request.GET)
    redline = redline_of(text, *asked.pair) if asked.pair else None
    return _page(request, text, asked, redline)


def _page(
    request: HttpRequest,
    text: Naskah,
    asked: Asked,
    redline: Redline | None,
    *,
    form: ReviewForm | None = None,
    status: int = 200,
) -> HttpResponse:
    if form is None and redline and _reviewable(request, text, redline):
        form = ReviewForm(keys=redline.difference.keys)
    context = {
        "naskah": text,
        "choose": asked.form,
        "redline": redline,
        "sections": redline.shown(only_changed=asked.only_changed) if redline else (),
        "counts": redline.difference.counts if redline else {},
        "only_changed": asked.only_changed,
        "form": form,
        "ticked": form.ticked if form else [],
        "crumbs": text_crumbs(text, (_("Bandingkan versi"), "")),
    }
    return render(request, "agreements/comparing/compare.html", context, status=status)


def _reviewable(request: HttpRequest, text: Naskah, redline: Redline) -> bool:
    """Whether this person may take changes of the newest version back now."""
    newest = not text.versions.filter(number__gt=redline.new.number).exists()
    forward = redline.old.number < redline.new.number and not redline.difference.empty
    drafting = text.state == NaskahState.DRAFTED and permits(require_drafter, person(request), text.case)
    return newest and forward and drafting


@login_required
@require_POST
def naskah_review(request: HttpRequest, public_id: str) -> HttpResponse:
    """Keep or take back single changes of the newest version."""
    text = text_or_404(request, public_id)
    require_words(text)
    require_drafter(person(request), text.case)
    require_state(text, NaskahState.DRAFTED)
    asked = _asked(text, request.POST)
    if asked.pair is None:
        raise Http404
    redline = redline_of(text, *asked.pair)
    form = ReviewForm(request.POST, keys=redline.difference.keys)

    def act(data: dict[str, Any]) -> str:
        numbers: dict[str, Any] = {"old_number": redline.old.number, "seen_number": redline.new.number}
        typed: dict[str, Any] = {"back": data["back"], "reason": data["reason"]}
        made = review_changes(actor=person(request), naskah=text, **numbers, **typed)
        return f"{_address(text)}?kiri={redline.old.number}&kanan={made.number}&ubah=on"

    done = _("Keputusan dicatat; yang ditarik kembali tersimpan sebagai versi berikutnya.")
    response, status = carried_out(request, form, act, back=_address(text), done=done)
    return response or _page(request, text, asked, redline, form=form, status=status)


def _address(text: Naskah) -> str:
    return reverse("agreements:naskah_compare", args=[text.public_id])


@login_required
@require_POST
def naskah_compare_paper(request: HttpRequest, public_id: str) -> HttpResponse:
    """Print the comparison as PDF, or hand it out as DOCX."""
    text = text_or_404(request, public_id)
    require_words(text)
    asked = _asked(text, request.POST)
    if asked.pair is None:
        raise Http404
    redline = redline_of(text, *asked.pair)
    region = text.case.keeper.region or text.case.initiator.region
    if region is None:
        raise Http404
    letter = redline_letter(text, redline, region, only_changed=asked.only_changed)
    return hand_out(request, letter, f"{letter.subject} – {text.rule.label}", text.case)
