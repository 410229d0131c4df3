"""The shape of a budget line and of money spent."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from agreements.choices import FundSource
from agreements.forms.amounts import RupiahField
from agreements.forms.running import SeenRevisionForm, party_field, words
from agreements.forms.signing import day_input
from agreements.models import BudgetLine, Case, Party
from agreements.services.budgets import FIRST_YEAR, LAST_YEAR, BudgetDraft
from ksd.core import clock
from ksd.core.fields import DocumentField
from ksd.core.forms import OnceForm


class BudgetForm(SeenRevisionForm):
    """Money of one party from one source in one year."""

    year = forms.IntegerField(
        label=gettext_lazy("Tahun anggaran"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        initial=lambda: clock.today().year,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    source = forms.ChoiceField(label=gettext_lazy("Sumber"), choices=FundSource.choices)
    purpose = forms.CharField(label=gettext_lazy("Untuk"), max_length=250)
    planned = RupiahField(label=gettext_lazy("Direncanakan (Rp)"))
    budgeted = RupiahField(
        label=gettext_lazy("Dianggarkan (Rp)"),
        help_text=gettext_lazy("Menurut DPA; tulis 0 bila belum dianggarkan."),
    )
    dpa_number = forms.CharField(label=gettext_lazy("Nomor DPA"), max_length=120, required=False)
    field_order = ("party", "year", "source", "purpose", "planned", "budgeted", "dpa_number")

    def __init__(
        self, *args: Any, case: Case, parties: list[Party], line: BudgetLine | None = None, **kwargs: Any
    ) -> None:
        names = BudgetDraft.__dataclass_fields__
        known = {name: getattr(line, name) for name in names} if line else {}
        known["seen_revision"] = line.revision if line else 0
        super().__init__(*args, **{"initial": known} | kwargs)
        if line is None:
            self.fields["party"] = party_field(case, parties)
            self.order_fields(self.field_order)

    def draft(self) -> BudgetDraft:
        """The typed line as the service takes it."""
        data = self.cleaned_data
        return BudgetDraft(**{name: data[name] for name in BudgetDraft.__dataclass_fields__})


class RealisationForm(OnceForm):
    """Money spent on a day."""

    amount = RupiahField(label=gettext_lazy("Jumlah (Rp)"))
    on = forms.DateField(label=gettext_lazy("Tanggal realisasi"), widget=day_input(), initial=clock.today)
    note = words(gettext_lazy("Keterangan"), required=False, rows=2)
    upload = DocumentField(label=gettext_lazy("Bukti"), required=False)
