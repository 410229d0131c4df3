"""Every participating region may say something about a sent row; what was said is not changed."""

import pytest

from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.deadlines.models import Notice
from ksd.mapping.models import RowComment
from ksd.mapping.services.comments import voice_of, write_comment
from tests import factories
from tests.mapping.rows import period, row
from tests.mapping.triage_rows import post


@pytest.fixture
def opened(cast):
    return period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)


@pytest.fixture
def made(cast, opened):
    return row(cast.officer, opened, cast.kukar)


def test_each_person_speaks_for_the_own_region(cast, opened):
    assert voice_of(cast.officer, opened) == cast.kukar
    assert voice_of(cast.partner, opened) == cast.kubar
    assert voice_of(cast.biro, opened) == cast.kaltim
    for user in (cast.observer, cast.stranger, cast.nobody):
        assert voice_of(user, opened) is None


def test_a_remark_keeps_its_author_and_region_and_tells_the_rows_region(cast, made):
    said = write_comment(actor=cast.partner, row=made, text="  Kami mengalami hal yang sama.  ")
    assert (said.region, said.author_name) == (cast.kubar, cast.partner.get_full_name())
    assert said.text == "Kami mengalami hal yang sama."
    assert Notice.objects.filter(user=cast.officer, body__contains="hal yang sama").exists()
    assert not Notice.objects.filter(user=cast.partner).exists()


@pytest.mark.parametrize("text", ["", "  ", "x" * 2001])
def test_a_remark_has_words_and_an_end(cast, made, text):
    with pytest.raises(DomainError):
        write_comment(actor=cast.partner, row=made, text=text)


def test_who_takes_no_part_is_refused_and_a_draft_is_not_discussed(cast, made):
    with pytest.raises(NotAllowed):
        write_comment(actor=cast.observer, row=made, text="Contoh.")
    made.state = "draf"
    made.save()
    with pytest.raises(ImpossibleStep, match="belum dikirim"):
        write_comment(actor=cast.biro, row=made, text="Contoh.")


def test_the_page_shows_remarks_as_text_and_takes_one_once(cast, made, signed_in):
    address = f"/pemetaan/baris/{made.public_id}/komentar/"
    client = signed_in(cast.partner)
    sent = {"text": "<b>Setuju contoh</b>", "form_token": "sekali-saja"}
    assert client.post(address, sent).status_code == 302
    assert client.post(address, sent).status_code == 302
    assert RowComment.objects.count() == 1
    assert "&lt;b&gt;Setuju contoh" in client.get(address).content.decode()
    refused = post(client, address, text="y" * 2001)
    assert refused.status_code == 422
    assert "y" * 2001 in refused.content.decode()
    assert post(signed_in(cast.observer), address, text="Contoh.").status_code == 403
    assert signed_in(cast.observer).get(address).status_code == 200
    assert signed_in(cast.stranger).get(address).status_code == 404


def test_remarks_cost_the_same_for_few_and_many(cast, made, signed_in, django_assert_max_num_queries):
    for number in range(15):
        writer = factories.person(f"penulis{number}", ("kabkota_officer", cast.kubar))
        write_comment(actor=writer, row=made, text=f"Contoh {number}")
    client = signed_in(cast.officer)
    with django_assert_max_num_queries(12):
        client.get(f"/pemetaan/baris/{made.public_id}/komentar/")
