"""What drafters do in the editor of a text, told once for its journeys."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Locator, expect

from agreements.choices import NaskahState, Side
from agreements.models import Case, Naskah, NaskahParty, NaskahVersion, Party
from agreements.naskah.structure import Ayat, Body, Pasal, fingerprint, to_json
from agreements.services.naskah import newest_version
from agreements.services.wording import body_of
from tests.browser.desk import Desk

BODY = Body(
    recitals=("bahwa satu;", "bahwa dua; dan", "bahwa tiga."),
    bases=("Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah.",),
    pasal=(
        Pasal("maksud_tujuan", "MAKSUD DAN TUJUAN", (Ayat("Menurut {pasal:objek:2}, maksudnya baik."),)),
        Pasal(
            "objek",
            "OBJEK",
            (Ayat("Objeknya {objek}."), Ayat("Rinciannya:", ("satu;", "dua."))),
        ),
        Pasal("ruang_lingkup", "RUANG LINGKUP", (Ayat("Lingkupnya luas."),)),
        Pasal("pasal_tambahan_1", "PENUTUP", (Ayat("Selesai."),)),
    ),
)


@contextmanager
def own_text() -> Iterator[Naskah]:
    """A text of few words that two drafters of the province write, and that is withdrawn after the journey."""
    model = Naskah.objects.get(title="Pelatihan Ketertiban Umum (contoh)", state=NaskahState.DRAFTED)
    # A cooperation of the same kind that no other journey visits.
    own = Party.objects.filter(side=Side.INITIATOR, region__code="64").values("case")
    case = Case.objects.filter(pk__in=own, kind=model.case.kind).exclude(pk=model.case_id).latest("pk")
    text = Naskah.objects.create(
        case=case, kind="pks", order=90 + case.naskah.count(), title="Naskah Percobaan", years=1,
        created_by=model.created_by,
    )  # fmt: skip
    for party in case.parties.all():
        NaskahParty.objects.create(naskah=text, party=party)
    NaskahVersion.objects.create(
        naskah=text, number=1, body=to_json(BODY), sha256=fingerprint(BODY), author=model.created_by
    )
    yield text
    Naskah.objects.filter(pk=text.pk).update(state=NaskahState.CANCELLED)


def open_editor(desk: Desk, text: Naskah) -> None:
    """Open the editor and wait until it has taken the place of the plain forms."""
    desk.open(f"{text.get_absolute_url()}sunting/")
    expect(desk.page.locator("#meja[data-siap]")).to_be_attached()


def box(desk: Desk, label: str) -> Locator:
    """The box of a row by its whole name."""
    return desk.page.get_by_role("textbox", name=label, exact=True)


def standing(desk: Desk, words: str) -> None:
    """The bar says how things stand."""
    expect(desk.page.locator("#meja span[data-keadaan]")).to_contain_text(words)


def save(desk: Desk) -> None:
    """Save everything as the next version."""
    desk.page.get_by_role("button", name="Simpan versi").click()


def act(desk: Desk, row: str, name: str) -> None:
    """Take an act from the menu of a row."""
    menu = desk.page.locator(
        "details.ed-menu", has=desk.page.locator(f'summary[aria-label="Tindakan untuk {row}"]')
    )
    menu.locator("summary").click()
    menu.get_by_role("button", name=name, exact=True).click()


def numbers(desk: Desk) -> list[str]:
    """The titles of the Pasal from first to last."""
    boxes: Any = desk.page.locator(".ed-pasal .ed-title")
    return [each.input_value() for each in boxes.all()]


def kept(text: Naskah) -> Body:
    """The newest version."""
    return body_of(newest_version(text))


def drag(desk: Desk, row: str, below: str) -> None:
    """Hold the handle of a row with the mouse and let go beneath another row."""
    grip = desk.page.get_by_role("button", name=f"Geser {row}:")
    grip.scroll_into_view_if_needed()
    start = grip.bounding_box()
    end = desk.page.get_by_role("button", name=f"Geser {below}:").bounding_box()
    assert start
    assert end
    desk.page.mouse.move(start["x"] + 8, start["y"] + 10)
    desk.page.mouse.down()
    desk.page.mouse.move(start["x"] + 8, start["y"] + 30, steps=3)
    desk.page.mouse.move(end["x"] + 8, end["y"] + end["height"] + 12, steps=6)
    desk.page.mouse.up()


# What a finger does to a handle; Playwright taps but does not drag with it.
FINGER = """([from, to]) => {
  const at = (name) => document.querySelector(`.ed-grip[aria-label^="Geser ${name}:"]`);
  const [grip, goal] = [at(from), at(to)];
  grip.scrollIntoView({block: 'center'});
  const y = (node) => node.getBoundingClientRect().top + node.getBoundingClientRect().height;
  const send = (type, clientY) => grip.dispatchEvent(new PointerEvent(type,
    {pointerId: 7, pointerType: 'touch', isPrimary: true, bubbles: true, cancelable: true, clientX: 20, clientY}));
  grip.setPointerCapture = () => {};
  send('pointerdown', y(grip) - 10);
  send('pointermove', y(grip) + 20);
  send('pointermove', y(goal) + 14);
  send('pointerup', y(goal) + 14);
}"""


def drag_with_finger(desk: Desk, row: str, below: str) -> None:
    """Hold the handle of a row with a finger and let go beneath another row."""
    desk.page.evaluate(FINGER, [row, below])
