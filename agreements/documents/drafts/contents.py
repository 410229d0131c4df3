"""What a structured document holds, as it is printed: each item of the law with what was written under it."""

from agreements.documents.letters import Heading, Text
from agreements.documents.letters.sheet import BLANK, Block
from agreements.law.loading import document_rule
from agreements.law.schema import Item
from agreements.models import Case, CaseDocument


def contents_of(case: Case, document: str) -> list[Block]:
    """The items in the order of the pack, numbered; an empty one stays a blank to be filled."""
    paper = CaseDocument.objects.current().filter(case=case, kind=document).first()
    said = paper.fields if paper else {}
    blocks: list[Block] = []
    for number, item in enumerate(document_rule(case.pack, document).items, start=1):
        blocks.append(Heading(f"{number}. {item.label}"))
        blocks += [Text(line) for line in _lines(item, said)]
    return blocks


def _lines(item: Item, said: dict[str, str]) -> list[str]:
    value = str(said.get(item.code, "")).strip()
    lines = [line.strip() for line in dict(item.choices).get(value, value).splitlines() if line.strip()]
    note = str(said.get(f"{item.code}_catatan", "")).strip() if item.note else ""
    return [*(lines or [BLANK]), *(row.strip() for row in note.splitlines() if row.strip())]
