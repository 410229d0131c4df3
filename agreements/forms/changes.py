"""The shape of what changes a signed text: an addendum, its Pasal, an ending, a successor."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.documents.consolidated import PresentPasal
from agreements.forms.naskah import PLACE_HELP, SeenForm
from agreements.forms.proposal import YES_NO
from agreements.forms.signing import day_input
from agreements.law.leaders import ARTICLE, speaks_of_new_leader
from agreements.law.schema import EndReason
from agreements.naskah.changes import ADD, LAST, REMOVE, REPLACE
from agreements.services.succession import Heirs
from ksd.core import clock
from ksd.core.forms import OnceForm
from regions.models import Region

LONGEST = 5000


def words_field(label: Any, rows: int = 4, **more: Any) -> forms.CharField:
    """Some sentences of a person."""
    return forms.CharField(
        label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **more
    )


class AddendumForm(OnceForm):
    """Why a text is changed, and whether the change adds to the burden."""

    reason = words_field(
        gettext_lazy("Alasan perubahan"),
        help_text=gettext_lazy("Dimuat dalam addendum dan disetujui semua pihak."),
    )
    burden = forms.ChoiceField(
        label=gettext_lazy("Apakah perubahan ini menambah beban masyarakat dan daerah?"),
        choices=YES_NO,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Bila ya, persetujuan DPRD diperlukan lagi sebelum addendum disepakati."),
    )
    burden_reason = words_field(gettext_lazy("Alasan jawaban itu"), rows=3)
    place = forms.CharField(
        label=gettext_lazy("Tempat penandatanganan"), max_length=100, required=False, help_text=PLACE_HELP
    )

    def given(self) -> dict[str, Any]:
        """What was filled in, as the service takes it."""
        told = {name: self.cleaned_data[name] for name in ("reason", "burden_reason", "place")}
        return told | {"burden": self.cleaned_data["burden"] == "ya"}


class ChangeForm(SeenForm):
    """What is done to which Pasal."""

    what = forms.ChoiceField(
        label=gettext_lazy("Perubahan"),
        choices=(
            (REPLACE, gettext_lazy("Ubah isi Pasal")),
            (ADD, gettext_lazy("Tambah Pasal baru sesudahnya")),
            (REMOVE, gettext_lazy("Hapus Pasal")),
        ),
        widget=forms.RadioSelect,
        initial=REPLACE,
    )
    clause = forms.ChoiceField(label=gettext_lazy("Pasal"))
    title = forms.CharField(
        label=gettext_lazy("Judul Pasal baru"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Hanya bila menambah Pasal, misalnya SANKSI."),
    )

    def __init__(self, *args: Any, present: tuple[PresentPasal, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [
            (row.clause, f"{row.now.printed.heading} {row.now.printed.title}")
            for row in present
            if not row.removed
        ]
        self.fields["clause"].choices = rows or [(LAST, _("Akhir naskah"))]  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """What was filled in, as the service takes it."""
        return {name: self.cleaned_data[name] for name in ("what", "clause", "title", "seen_number")}


class LeaderMixin(forms.Form):
    """Stops a reason that names a new leader until the person says that it is not the reason."""

    def check_leader(self, field: str) -> None:
        """Ask once more where the words speak of a new head of region (PP 28/2018 Pasal 9)."""
        words = str(self.cleaned_data.get(field, ""))
        if not speaks_of_new_leader(words):
            return
        self.fields["not_the_leader"] = forms.BooleanField(
            required=False,
            label=_("Pergantian Kepala Daerah bukan alasannya; alasan yang dipilih di atas benar."),
        )
        if not self.data.get(self.add_prefix("not_the_leader")):
            message = _("Pergantian Kepala Daerah tidak pernah mengakhiri kerja sama (%s).") % ARTICLE
            remedy = _("Sebut alasan yang sah, atau centang pernyataan di bawah bila itu hanya keterangan.")
            self.add_error(field, f"{message} {remedy}")


class EndTextForm(LeaderMixin, OnceForm):
    """For which lawful reason one text ends, and when."""

    reason_code = forms.ChoiceField(label=gettext_lazy("Alasan menurut peraturan"))
    explanation = words_field(gettext_lazy("Penjelasan"), required=False)
    on = forms.DateField(label=gettext_lazy("Tanggal berakhir"), widget=day_input())

    def __init__(self, *args: Any, reasons: tuple[EndReason, ...], **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("on", clock.today())
        super().__init__(*args, **kwargs)
        rows = [(row.code, f"{row.label} – {row.article}") for row in reasons]
        self.fields["reason_code"].choices = [("", _("Pilih …")), *rows]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A new leader is no reason."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        self.check_leader("explanation")
        return cleaned


class SuccessorForm(OnceForm):
    """Which region acts in a party's place, and since when."""

    region = forms.ModelChoiceField(
        label=gettext_lazy("Daerah penerus"), queryset=Region.objects.none(), empty_label=None
    )
    on = forms.DateField(label=gettext_lazy("Bertindak sejak"), widget=day_input())
    note = words_field(gettext_lazy("Catatan"), rows=3, required=False)

    def __init__(self, *args: Any, heirs: Heirs, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("on", heirs.successors[0].on)
        super().__init__(*args, **kwargs)
        known = Region.objects.filter(pk__in=[row.successor_id for row in heirs.successors])
        self.fields["region"].queryset = known  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """What was filled in, as the service takes it."""
        return {name: self.cleaned_data[name] for name in ("region", "on", "note")}
