"""The main pages, by who opens them; addresses come from the demonstration's rows."""

from django.urls import reverse

from agreements.models import Case, Clause, Naskah
from agreements.views.clauses import clause_url
from boundaries.models import Segment
from ksd.deadlines.models import Deadline
from meetings.models import Meeting


def _case(title: str) -> Case:
    return Case.objects.get(title__startswith=title)


def _of_case(case: Case, *pages: tuple[str, ...]) -> list[str]:
    return [reverse(f"agreements:{name}", args=[case.public_id, *more]) for name, *more in pages]


def of_visitor() -> list[str]:
    """Before the sign-in."""
    return [reverse("account_login"), reverse("account_reset_password"), reverse("account_signup")]


def of_officer() -> list[str]:
    """Kutai Kartanegara: its own cases at their beginning and the regency's directory."""
    begun, running = _case("Pengelolaan Sampah"), _case("Pengelolaan Puskesmas")
    discussed = _case("Pengendalian Banjir").naskah.get()
    ends = Deadline.objects.open().filter(title__contains="Kawasan Kumuh").first()
    steps = [("proposal", step) for step in ("data", "pihak", "pertanyaan", "dokumen", "periksa")]
    return [
        reverse("office:home"),
        reverse("office:my_work"),
        reverse("agreements:case_list"),
        reverse("agreements:case_list") + "?q=tidak+ada+yang+begini",
        reverse("agreements:case_new"),
        *_of_case(begun, ("case",), ("paper", "kak"), *steps),
        *_of_case(begun, ("act", "batalkan")),
        *_of_case(running, ("case",), ("paper", "kak"), ("dprd",), ("act", "akhiri")),
        discussed.get_absolute_url(),
        reverse("agreements:naskah_approve", args=[discussed.public_id, 2]),
        reverse("agreements:clause_list"),
        clause_url(Clause.objects.filter(code="objek")[0]),
        reverse("deadlines:calendar"),
        reverse("deadlines:notices"),
        reverse("deadlines:deadline", args=[ends.pk]) if ends else reverse("deadlines:calendar"),
        reverse("accounts:permissions"),
        reverse("accounts:profile"),
        reverse("account_change_password"),
        reverse("regions:list"),
        reverse("regions:detail", args=["64.02"]),
        reverse("regions:office_add", args=["64.02"]),
        reverse("regions:official_add", args=["64.02"]),
        reverse("regions:urusan"),
        reverse("regions:legal_bases"),
    ]


def of_biro() -> list[str]:
    """The province: texts being written and signed, meetings, boundaries."""
    texts = Naskah.objects.filter(case=_case("Kerja Sama Pembangunan Daerah"), kind="pks")
    drafted, agreed = texts.get(state="disusun"), texts.get(state="disepakati")
    names = ("naskah", "naskah_edit", "naskah_frame", "naskah_pasal_add", "naskah_annex_add", "naskah_share")
    written = [reverse(f"agreements:{name}", args=[drafted.public_id]) for name in names]
    meeting = Meeting.objects.exclude(state="selesai").order_by("pk")[0]
    parts = ("konsiderans", "dasar-hukum", "pasal-objek")
    return [
        reverse("office:home"),
        *_of_case(drafted.case, ("case",), ("naskah_new", "pks")),
        *written,
        *(reverse("agreements:naskah_part", args=[drafted.public_id, part]) for part in parts),
        reverse("agreements:naskah_version", args=[drafted.public_id, 1]),
        agreed.get_absolute_url(),
        reverse("agreements:naskah_signer", args=[agreed.public_id, 2]),
        reverse("agreements:naskah_sign", args=[agreed.public_id, 2]),
        reverse("agreements:naskah_print", args=[agreed.public_id]),
        reverse("meetings:list"),
        reverse("meetings:new"),
        *(reverse(f"meetings:{name}", args=[meeting.public_id]) for name in ("detail", "edit")),
        reverse("boundaries:list"),
        Segment.objects.order_by("pk")[0].get_absolute_url(),
    ]


def of_admin() -> list[str]:
    """Who keeps the register, the accounts and the settings."""
    models = ("accounts_user", "agreements_case", "core_job", "deadlines_deadline", "regions_region")
    return [
        reverse("regions:import"),
        clause_url(Clause.objects.filter(code="objek")[0], "clause_edit"),
        reverse("admin:index"),
        *(reverse(f"admin:{model}_changelist") for model in models),
        reverse("admin:agreements_case_change", args=[_case("Pengelolaan Puskesmas").pk]),
        reverse("admin:accounts_user_add"),
    ]


PEOPLE = {
    "": of_visitor,
    "petugas.kukar": of_officer,
    "biro": of_biro,
    "admin": of_admin,
}
