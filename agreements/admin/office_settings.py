"""Admin of the open questions of the law: the question, why it is open, its options, who answered."""

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from agreements.law.schema import Setting
from agreements.models import OfficeSetting
from agreements.services.office_settings import change_setting, check_setting, open_settings
from ksd.accounts.models import User
from ksd.core.admin import AnyAdmin


def _explained(rule: Setting | None) -> Any:
    """Why the law leaves it open, the options, and what holds until somebody decides."""
    if rule is None:
        return ""
    options = "; ".join(f"{value} = {label}" for value, label in rule.options)
    return format_html(
        "{}<br>{}<br>{}",
        rule.why,
        format_html("<b>{}</b> {}", _("Pilihan:"), options) if options else "",
        format_html("<b>{}</b> {}", _("Bawaan:"), rule.default or _("kosong")),
    )


class OfficeSettingForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """One question with its answer; the value is chosen where the pack lists options."""

    class Meta:
        model = OfficeSetting
        fields = ("code", "value", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rules = open_settings()
        if "code" in self.fields:
            taken = set(OfficeSetting.objects.values_list("code", flat=True))
            choices = [(code, rule.label) for code, rule in rules.items() if code not in taken]
            self.fields["code"] = forms.ChoiceField(label=_("Pertanyaan"), choices=choices)
            return
        rule = rules.get(self.instance.code)
        if rule and rule.options:
            self.fields["value"] = forms.ChoiceField(label=_("Nilai"), choices=rule.options)
        self.fields["value"].help_text = _explained(rule)

    def clean(self) -> dict[str, Any]:
        """The value must be one the question allows."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        code = cleaned.get("code") or self.instance.code
        if code and "value" in cleaned:
            try:
                check_setting(code, cleaned["value"])
            except ValidationError as error:
                self.add_error("value", error)
        return cleaned


@admin.register(OfficeSetting)
class OfficeSettingAdmin(AnyAdmin):
    """What this office decided where the regulations are silent; never shown as law."""

    form = OfficeSettingForm
    list_display = ("question", "answer", "default", "changed_by", "changed_at")
    list_select_related = ("changed_by",)
    search_fields = ("code", "value", "note")
    readonly_fields = ("explanation", "changed_by", "changed_at")
    fields = ("code", "explanation", "value", "note", "changed_by", "changed_at")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:  # noqa: ARG002  Django's signature
        """The question itself is fixed once it was answered."""
        kept = ("explanation", "changed_by", "changed_at")
        return (*kept, "code") if obj else kept

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002  the same
        """Refuse: set it back to the default instead, so that who decided stays known."""
        return False

    def save_model(self, request: HttpRequest, obj: OfficeSetting, form: Any, change: bool) -> None:  # noqa: ARG002  the same
        """Keep the answer through its service, with who gave it."""
        change_setting(actor=cast(User, request.user), setting=obj)

    @admin.display(description=_("pertanyaan"), ordering="code")
    def question(self, setting: OfficeSetting) -> str:
        """The question as the pack puts it."""
        rule = open_settings().get(setting.code)
        return rule.label if rule else setting.code

    @admin.display(description=_("jawaban kantor"))
    def answer(self, setting: OfficeSetting) -> str:
        """The answer in words where the pack gives them."""
        rule = open_settings().get(setting.code)
        return dict(rule.options).get(setting.value, setting.value) if rule else setting.value

    @admin.display(description=_("bawaan"))
    def default(self, setting: OfficeSetting) -> str:
        """What held before."""
        rule = open_settings().get(setting.code)
        return dict(rule.options).get(rule.default, rule.default) if rule else ""

    @admin.display(description=_("penjelasan"))
    def explanation(self, setting: OfficeSetting | None) -> Any:
        """Why the law leaves it open."""
        if setting is None or not setting.pk:
            rows = [
                format_html("<p><b>{}</b><br>{}</p>", rule.label, _explained(rule))
                for rule in open_settings().values()
            ]
            return format_html("{}" * len(rows), *rows)
        return _explained(open_settings().get(setting.code))
