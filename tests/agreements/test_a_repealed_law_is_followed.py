"""A law is repealed or amended: everything that cites it is listed, and each person concerned is told once."""

from datetime import date

import pytest

from agreements.models import CitedLaws, LawChange
from agreements.naskah.structure import fingerprint, from_json
from agreements.services.law_changes import record_change, tell_change
from agreements.services.law_impact import impact_of, template_laws
from agreements.services.naskah import newest_version
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.deadlines.models import Notice
from regions.models import LegalBasis
from tests.agreements.playing import Play

PAGE = "/kerja-sama/perubahan-peraturan/"
LAW = {"title": "Tata Cara Kerja Sama Daerah dengan Daerah Lain dan Kerja Sama Daerah dengan Pihak Ketiga"}


@pytest.fixture
def text(play: Play):
    play.to("penyusunan_kb")
    return play.draft("kb")


@pytest.fixture
def law(db) -> LegalBasis:
    return LegalBasis.objects.get_or_create(
        citation="Permendagri 22/2020",
        defaults={
            **LAW,
            "kind": "permendagri",
            "number": "22",
            "year": 2020,
            "valid_from": date(2020, 4, 14),
        },
    )[0]


def repeal(actor, law: LegalBasis, **more) -> LawChange:
    usual = {
        "kind": "dicabut",
        "by": None,
        "by_citation": "Permendagri 99/2026 (contoh)",
        "effective_on": date(2026, 11, 1),
    }
    return record_change(actor=actor, basis=law, **(usual | more))


def test_every_text_clause_and_template_that_cites_it_is_listed(text, law, cast):
    impact = impact_of(repeal(cast.biro, law), cast.partner)
    assert [row.pk for row in impact.drafts] == [text.pk]
    assert not impact.agreements
    labels = [row.label for row in impact.templates]
    assert "Pembuka KB" in labels
    assert any(label.startswith("Paket hukum") for label in labels)
    assert impact_of(LawChange.objects.get(), cast.stranger).drafts == []
    assert impact_of(LawChange.objects.get(), cast.stranger).unseen == 1


def test_a_text_in_force_is_listed_and_one_that_does_not_cite_it_is_not(play, law, cast):
    play.to("penandatanganan_pks")
    other = LegalBasis.objects.create(citation="PP 1/1999", title="Contoh", kind="pp", number="1", year=1999)
    impact = impact_of(repeal(cast.biro, law), cast.officer)
    assert {row.kind for row in impact.agreements} == {"kb"}
    assert {row.kind for row in impact.drafts} == {"pks"}
    assert impact_of(repeal(cast.biro, other), cast.officer).is_empty


def test_laws_are_noted_at_saving_and_looked_up_where_they_were_not(text, law, cast):
    version = newest_version(text)
    assert "permendagri:22/2020" in CitedLaws.objects.get(sha256=version.sha256).keys
    CitedLaws.objects.all().delete()
    assert len(impact_of(repeal(cast.biro, law), cast.officer).drafts) == 1
    assert CitedLaws.objects.get().sha256 == fingerprint(from_json(version.body))


def test_each_person_is_told_once_of_the_texts_of_their_own_region(text, law, cast):
    before = newest_version(text).sha256
    change = repeal(cast.biro, law)
    assert not Notice.objects.filter(kind="law").exists()
    told = tell_change(actor=cast.biro, change=change)
    notices = Notice.objects.filter(kind="law")
    assert told.told == notices.count() == notices.values("user").distinct().count()
    assert notices.get(user=cast.officer).link == change.get_absolute_url()
    assert "Kesepakatan Bersama" in notices.get(user=cast.officer).body
    assert not notices.filter(user__in=[cast.stranger, cast.nobody]).exists()
    with pytest.raises(ImpossibleStep, match="sudah dikirim"):
        tell_change(actor=cast.biro, change=change)
    assert newest_version(text).sha256 == before


def test_a_repealed_law_is_no_longer_offered_to_new_texts_and_an_amended_one_is(law, cast):
    repeal(cast.biro, law, kind="diubah")
    assert law in LegalBasis.objects.in_force()
    repeal(cast.biro, law)
    assert law not in LegalBasis.objects.in_force()
    with pytest.raises(ImpossibleStep, match="sudah dicatat dicabut"):
        repeal(cast.biro, law)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"by_citation": " "}, "belum disebut"),
        ({"effective_on": date(2019, 1, 1)}, "tidak dapat lebih dahulu"),
    ],
)
def test_a_change_that_cannot_be_is_refused(law, cast, more, message):
    with pytest.raises(DomainError, match=message):
        repeal(cast.biro, law, **more)
    assert not LawChange.objects.exists()
    law.refresh_from_db()
    assert law.valid_to is None


def test_only_the_province_and_the_state_record_and_tell(text, law, cast, signed_in):
    for reader in (cast.officer, cast.partner, cast.observer, cast.tkksd, cast.stranger):
        with pytest.raises(NotAllowed):
            repeal(reader, law)
    change = repeal(cast.biro, law)
    for reader in (cast.officer, cast.stranger):
        assert signed_in(reader).get(f"{PAGE}baru/").status_code == 403
        assert signed_in(reader).post(f"{PAGE}{change.pk}/beri-tahu/").status_code == 403
        assert signed_in(reader).post(f"{PAGE}{change.pk}/surat/").status_code == 403
        assert signed_in(reader).get(f"{PAGE}{change.pk}/").status_code == 200
    assert text.title not in signed_in(cast.stranger).get(f"{PAGE}{change.pk}/").content.decode()


def test_it_is_recorded_looked_at_and_told_in_the_browser(text, law, cast, signed_in):
    browser = signed_in(cast.biro)
    sent = {
        "form_token": "l1", "basis": law.pk, "kind": "dicabut", "by": "", "by_citation": "Permendagri 99/2026 (contoh)",
        "effective_on": "2026-11-01", "note": "",
    }  # fmt: skip
    saved = browser.post(f"{PAGE}baru/", sent)
    assert saved.status_code == 302
    body = browser.get(saved.headers["Location"]).content.decode()
    assert "dicabut oleh Permendagri 99/2026 (contoh)" in body
    assert "Ada 1 naskah lain" in body or text.title in body
    letter = browser.post(f"{saved.headers['Location']}surat/", {"bentuk": "docx"})
    assert letter.content[:2] == b"PK"
    assert browser.post(f"{saved.headers['Location']}beri-tahu/", {"form_token": "l2"}).status_code == 302
    assert "orang diberi tahu" in browser.get(PAGE).content.decode()
    wrong = browser.post(
        f"{PAGE}baru/", sent | {"form_token": "l3", "basis": "9" * 30, "effective_on": "kemarin"}
    )
    assert wrong.status_code == 422


def test_the_list_and_the_impact_cost_the_same_for_one_and_many_texts(
    play, law, cast, signed_in, django_assert_max_num_queries
):
    play.to("penyusunan_kb")
    text = play.draft("kb")
    change = repeal(cast.biro, law)
    browser = signed_in(cast.officer)
    browser.get(change.get_absolute_url())
    with django_assert_max_num_queries(60) as few:
        browser.get(change.get_absolute_url())
    for order in range(2, 12):
        version = newest_version(text)
        text.pk, text.public_id, text.order = None, f"salin{order:011d}", order
        text.save()
        version.pk, version.naskah = None, text
        version.save()
    with django_assert_max_num_queries(len(few)):
        browser.get(change.get_absolute_url())


def test_templates_of_the_product_name_laws_the_recogniser_knows():
    named = {key for _sort, _name, keys in template_laws() for key in keys}
    assert {"uu:23/2014", "pp:28/2018", "permendagri:22/2020", "permendagri:25/2020"} <= named
