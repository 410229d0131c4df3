"""The form of a comment."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.choices.comments import Audience
from agreements.models import Case, CaseDocument, Comment, Naskah, Party
from agreements.services.comments import LONGEST, people_to_ask
from ksd.accounts.models import User
from ksd.core.forms import OnceForm

if TYPE_CHECKING:
    PeopleField = forms.ModelMultipleChoiceField[User]
else:
    PeopleField = forms.ModelMultipleChoiceField


class PersonField(PeopleField):
    """People by name and region."""

    def label_from_instance(self, obj: Any) -> str:
        """A person as colleagues know them."""
        return str(obj.get_full_name())


class CommentForm(OnceForm):
    """What is said, to whom it is said, and who should answer."""

    text = forms.CharField(
        label=_("Komentar"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}), strip=True
    )
    audience = forms.ChoiceField(
        label=_("Dapat dibaca"), choices=Audience.choices, initial=Audience.OWN, widget=forms.RadioSelect
    )
    about = forms.ChoiceField(label=_("Tentang"), required=False)
    mentions = PersonField(
        label=_("Minta jawaban dari"),
        queryset=User.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Mereka diberi tahu dalam aplikasi dan lewat surel."),
    )

    def __init__(
        self, *args: Any, case: Case, party: Party, actor: User, answers: Comment | None = None, **kwargs: Any
    ):
        """Offer the texts of the case, the papers the writer may read, and the people who take part in it."""
        super().__init__(*args, **kwargs)
        self.case = case
        audience = answers.audience if answers else Audience.ALL
        self.fields["mentions"].queryset = people_to_ask(case, party, audience)  # type: ignore[attr-defined]
        self.fields["about"].choices = _subjects(case, actor)  # type: ignore[attr-defined]
        if answers:
            del self.fields["audience"], self.fields["about"]

    def subject(self) -> dict[str, Any]:
        """The paper or text the comment is about, for the service."""
        kind, _colon, key = self.cleaned_data.get("about", "").partition(":")
        if kind == "naskah":
            return {"naskah": Naskah.objects.get(case=self.case, public_id=key)}
        return {"paper": key} if kind == "dokumen" else {}


def _subjects(case: Case, actor: User) -> list[tuple[str, str]]:
    papers = CaseDocument.objects.current().readable_by(actor, case).order_by("kind")
    texts = case.naskah.all()
    return [
        ("", str(_("Kerja sama ini"))),
        *((f"dokumen:{paper.kind}", paper.rule.label) for paper in papers),
        *((f"naskah:{text.public_id}", str(text)) for text in texts),
    ]
