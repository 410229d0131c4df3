"""Forms by which a row becomes a case."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.models import Case
from ksd.core.forms import OnceForm
from ksd.mapping.models import MappingRow
from ksd.mapping.services.outputs.cases import kinds_of_row


class StartForm(OnceForm):
    """Kind and title of the proposal; everything else comes from the row and is completed there."""

    kind = forms.ChoiceField(label=_("Jenis kerja sama"), widget=forms.RadioSelect)
    title = forms.CharField(label=_("Tentang"), max_length=250)

    def __init__(self, *args: Any, row: MappingRow, **kwargs: Any) -> None:
        kinds = [(kind.code, kind.label) for kind in kinds_of_row(row)]
        kwargs.setdefault("initial", {"title": row.title, "kind": kinds[0][0] if len(kinds) == 1 else None})
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]


class LinkForm(OnceForm):
    """A cooperation that is there already."""

    case = forms.ModelChoiceField(
        label=_("Kerja sama"), queryset=Case.objects.none(), to_field_name="public_id",
        empty_label=_("Pilih kerja sama"),
    )  # fmt: skip

    def __init__(self, *args: Any, cases: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case"].queryset = cases  # type: ignore[attr-defined]
