"""The draft is saved while somebody types: what is right is kept, what is wrong is named, nothing is overwritten."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ksd.accounts.pages import person
from ksd.core import clock
from ksd.core.errors import DomainError
from ksd.mapping.forms.rows import RowForm, Section
from ksd.mapping.models import MappingRow
from ksd.mapping.services.row_clashes import RowChanged
from ksd.mapping.services.row_words import label_of, wording, wordings
from ksd.mapping.services.rows import change_row
from ksd.mapping.views.shared import written
from ksd.mapping.views.writing import part_or_404


def _errors(form: RowForm) -> dict[str, list[str]]:
    return {name: [str(error) for error in errors] for name, errors in form.errors.items()}


def _refusal(error: DomainError) -> JsonResponse:
    """Why it was not saved, what to do, and where somebody else wrote the same."""
    answer: dict[str, Any] = {"message": error.message, "remedy": error.remedy, "clashes": []}
    if isinstance(error, RowChanged):
        answer["revision"] = error.revision
        answer["clashes"] = [
            {"name": row.name, "label": row.label, "mine": row.mine, "theirs": row.theirs}
            for row in error.clashes
        ]
    return JsonResponse(answer, status=error.status)


def _others(kept: MappingRow, part: Section, values: dict[str, Any]) -> list[dict[str, Any]]:
    """What somebody else wrote meanwhile into fields this person left alone; the screen has yet to show it."""
    now = wordings(kept, values)
    form = RowForm(section=part, instance=kept)
    return [
        {"name": name, "label": label_of(name), "theirs": now[name], "values": _typed(form, name)}
        for name in values
        if now[name] != wording(name, values[name])
    ]


def _typed(form: RowForm, name: str) -> list[str]:
    """A field as a browser sends it: one value, several where there may be many."""
    value = form[name].value()
    several = value if isinstance(value, list | tuple) else [value]
    return ["" if one is None else str(getattr(one, "pk", one)) for one in several]


@login_required
@require_POST
def row_autosave(request: HttpRequest, public_id: str, section: str) -> JsonResponse:
    """Save what is rightly filled in of a section; the rest comes back with what is wrong with it."""
    row, part = written(request, public_id), part_or_404(section)
    form = RowForm(request.POST, section=part, instance=row)
    form.fields["form_token"].required = False  # nothing is made twice: the revision tells
    form.is_valid()
    left = set(request.POST.getlist("biarkan"))  # what stays as somebody else wrote it
    values = {name: value for name, value in form.values().items() if name not in left}
    seen = form.cleaned_data.get("seen_revision")
    if seen is None or not (values or left):
        message = _("Belum ada yang dapat disimpan; periksa isian yang ditandai.")
        return JsonResponse({"message": message, "remedy": "", "errors": _errors(form)}, status=422)
    try:
        kept = change_row(actor=person(request), row=row, values=values, seen_revision=seen)
    except DomainError as error:
        return _refusal(error)
    except ValidationError as error:
        return JsonResponse({"message": " ".join(error.messages), "remedy": ""}, status=422)
    others = _others(kept, part, values)
    at = f"{timezone.localtime(clock.now()):%H.%M}"
    return JsonResponse({"revision": kept.revision, "at": at, "errors": _errors(form), "others": others})
