"""Letters of a case ready to be signed: their wording is data (`data/*.toml`), their facts come from the rows.

One TOML file per family of letters. A letter names its document in the law pack; `{nomor.<dokumen>}`,
`{tanggal.<dokumen>}`, `{tenggat.<tenggat>}`, `{lama.<tenggat>}`, `{isian.<field>}` and the names of `names` stand
for facts. A region may word a letter itself (`wording`); what was issued keeps its words.
"""

from agreements.documents.drafts.compose import About, compose
from agreements.documents.drafts.loading import all_drafts, draft_by, draft_for
from agreements.documents.drafts.names import known_names
from agreements.documents.drafts.schema import EDITABLE, Draft
from agreements.documents.drafts.tokens import token_faults
from agreements.documents.drafts.wording import Worded, worded_for

__all__ = [
    "EDITABLE",
    "About",
    "Draft",
    "Worded",
    "all_drafts",
    "compose",
    "draft_by",
    "draft_for",
    "known_names",
    "token_faults",
    "worded_for",
]
