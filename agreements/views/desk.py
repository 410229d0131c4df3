"""What the editor in the browser asks and sends: the state of a text, drafts, versions, who is there."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from agreements.naskah.plain import clean
from agreements.services.drafts import Piece, keep_drafts, show_presence, unreadable
from agreements.services.editing import Collision, save_pieces
from agreements.services.naskah import newest_version
from agreements.views.access import person
from agreements.views.desk_state import draft_line, state_of, version_line
from agreements.views.editing import draft_or_refuse
from ksd.core.errors import DomainError

# Sixty full pages are some 200 kB; nobody types more than this between two breaths.
LARGEST = 1_500_000
View = Callable[..., HttpResponse]


def answers_json(view: View) -> View:
    """Say refusals as data: the editor keeps what was typed and shows the words."""

    @wraps(view)
    def answer(asked: HttpRequest, public_id: str) -> HttpResponse:
        try:
            return view(asked, public_id)
        except Collision as error:
            return JsonResponse(_refusal(error) | {"clashes": _clashes(error)}, status=error.status)
        except DomainError as error:
            return JsonResponse(_refusal(error), status=error.status)

    return answer


def _refusal(error: DomainError) -> dict[str, Any]:
    return {"message": str(error.message), "remedy": str(error.remedy), "article": str(error.article)}


def _clashes(error: Collision) -> list[dict[str, Any]]:
    return [
        {
            "key": row.clash.key,
            "label": row.label,
            "base": row.clash.base,
            "theirs": row.clash.theirs,
            "mine": row.clash.mine,
            "by": row.by,
            "at": row.at.isoformat(),
            "number": error.newest.number,
        }
        for row in error.disputed
    ]


def _sent(request: HttpRequest) -> dict[str, Any]:
    """The object a browser sent. Raises UnreadableError or DomainError (413)."""
    try:
        size = int(request.headers.get("Content-Length") or 0)
        body = request.body if size <= LARGEST else None
    except RequestDataTooBig:
        body = None
    if body is None or len(body) > LARGEST:
        raise DomainError(
            _("Tulisan yang dikirim sekaligus terlalu besar."),
            remedy=_("Simpan sebagian dahulu, atau pindahkan tabel besar ke berkas lampiran."),
            status=413,
        )
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise unreadable(_("bukan JSON.")) from error
    if not isinstance(data, dict):
        raise unreadable(_("bukan susunan bagian."))
    return data


def _pieces(data: dict[str, Any]) -> list[Piece]:
    rows = data.get("pieces")
    if not isinstance(rows, list):
        raise unreadable(_("daftar bagian tidak ada."))
    return [_piece(row) for row in rows]


def _piece(row: object) -> Piece:
    if not isinstance(row, dict) or not isinstance(row.get("key"), str) or "content" not in row:
        raise unreadable(_("suatu bagian tidak lengkap."))
    return Piece(row["key"], _number(row, "base"), row["content"], _number(row, "seen"))


def _number(row: dict[str, Any], name: str) -> int:
    number = row.get(name, 0)
    if type(number) is not int or not 0 <= number < 2**31:
        raise unreadable(_("nomor versi tidak terbaca."))
    return number


def _words(data: dict[str, Any], name: str, longest: int) -> str:
    words = data.get(name, "")
    if not isinstance(words, str) or len(words) > longest:
        raise unreadable(_("catatan terlalu panjang atau bukan teks."))
    return clean(words)


@login_required
@never_cache
@require_safe
@answers_json
def naskah_desk(request: HttpRequest, public_id: str) -> HttpResponse:
    """Give the newest version in pieces, what this person typed and did not save, and the help beside it."""
    text = draft_or_refuse(request, public_id)
    return JsonResponse(state_of(person(request), text) | {"csrf": get_token(request)})


@login_required
@require_POST
@answers_json
def naskah_desk_draft(request: HttpRequest, public_id: str) -> HttpResponse:
    """Keep what is being typed."""
    text = draft_or_refuse(request, public_id)
    kept = keep_drafts(actor=person(request), naskah=text, pieces=_pieces(_sent(request)))
    return JsonResponse({"stamps": kept.stamps, "elsewhere": [draft_line(row) for row in kept.elsewhere]})


@login_required
@require_POST
@answers_json
def naskah_desk_save(request: HttpRequest, public_id: str) -> HttpResponse:
    """Save pieces as the next version, merged with what others saved meanwhile."""
    text = draft_or_refuse(request, public_id)
    data = _sent(request)
    note = _words(data, "note", 250)
    save_pieces(actor=person(request), naskah=text, pieces=_pieces(data), note=note)
    return JsonResponse(state_of(person(request), text))


@login_required
@require_POST
@answers_json
def naskah_desk_presence(request: HttpRequest, public_id: str) -> HttpResponse:
    """Note that somebody writes here, and say who else does and which version is the newest."""
    text = draft_or_refuse(request, public_id)
    part = _words(_sent(request), "part", 80)
    others = show_presence(actor=person(request), naskah=text, part=part)
    people = [{"name": row.user.get_full_name(), "part": row.part} for row in others]
    return JsonResponse({"people": people, "version": version_line(newest_version(text))})
