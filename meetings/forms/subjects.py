"""Choosing what an item speaks of: by words among what the person sees, without a list of a thousand."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ksd.accounts.access import AnyUser
from meetings.services.subjects import Subject, chosen, found_by, key_of, named_by_keys

# The name of the button that searches and saves nothing.
SEARCHING = "cari_dulu"
# The first button of the page, which the Enter key presses: it searches for new words and else saves.
ENTERED, SEARCHED = "enter", "cari_lalu"


class SubjectFields(forms.Form):
    """A line of search and what it found, to tick; one cooperation, one segment, one follow-up at most."""

    cari = forms.CharField(
        label=gettext_lazy("Cari kerja sama, segmen batas, atau tindak lanjut lama"),
        max_length=100,
        required=False,
    )
    tentang = forms.MultipleChoiceField(
        label=gettext_lazy("Berkaitan dengan"), required=False, widget=forms.CheckboxSelectMultiple
    )

    # What the row speaks of already; the person may keep it even without seeing it.
    kept: Subject

    def offer_subjects(self, actor: AnyUser, kept: Subject) -> None:
        """Fill the choices: what is kept or ticked, and what the words find."""
        self.actor, self.kept = actor, kept
        given = self.data if self.is_bound else self.initial
        ticked = _many(given, "tentang") if "tentang" in given or self.is_bound else kept.keys
        words = str(given.get("cari") or "")[:100]
        own = {key_of(row): str(row) for row in (kept.case, kept.segment, kept.follow_up) if row is not None}
        found = found_by(actor, words)
        choices = own | dict(named_by_keys(actor, ticked)) | dict(found)
        field: Any = self.fields["tentang"]
        field.choices = list(choices.items())
        self.initial["tentang"] = ticked
        self.found_nothing = bool(words.strip()) and not found

    def clean_tentang(self) -> list[str]:
        """One of each kind at most."""
        keys: list[str] = self.cleaned_data["tentang"]
        kinds = [key.partition(":")[0] for key in keys]
        if len(kinds) != len(set(kinds)):
            raise forms.ValidationError(
                _("Pilih paling banyak satu kerja sama, satu segmen batas, dan satu tindak lanjut.")
            )
        return keys

    def subject_given(self) -> Subject:
        """What was ticked."""
        keys = self.cleaned_data["tentang"]
        cases, segments, follow_ups = chosen(self.actor, keys)
        kept = self.kept
        return Subject(
            case=next(iter(cases), kept.case if kept.case and key_of(kept.case) in keys else None),
            segment=next(
                iter(segments), kept.segment if kept.segment and key_of(kept.segment) in keys else None
            ),
            follow_up=next(
                iter(follow_ups),
                kept.follow_up if kept.follow_up and key_of(kept.follow_up) in keys else None,
            ),
        )


def is_searching(data: QueryDict) -> bool:
    """Whether a sending only searches: its button was pressed, or Enter with words not searched for before."""
    words = str(data.get("cari", "")).strip()
    fresh = bool(words) and words != str(data.get(SEARCHED, "")).strip()
    return SEARCHING in data or (ENTERED in data and fresh)


def typed(data: QueryDict, *many: str) -> dict[str, Any]:
    """What somebody typed so far, to show a form again that is not sent yet."""
    return {name: data.getlist(name) if name in many else data.get(name) for name in data} | {
        name: data.getlist(name) for name in many
    }


def _many(given: Mapping[str, Any], name: str) -> list[str]:
    if isinstance(given, QueryDict):
        return [str(value) for value in given.getlist(name)][:20]
    return [str(value) for value in given.get(name) or ()][:20]
