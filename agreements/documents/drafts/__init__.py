"""Letters of a case ready to be signed: their wording is data (`data/*.toml`), their facts come from the rows.

One TOML file per family of letters. A letter names its document in the law pack; `{nomor.<dokumen>}`,
`{tanggal.<dokumen>}`, `{tenggat.<tenggat>}`, `{lama.<tenggat>}` and the names of `facts.NAMES` stand for facts.
"""

from agreements.documents.drafts.compose import compose
from agreements.documents.drafts.loading import all_drafts, draft_for
from agreements.documents.drafts.schema import Draft

__all__ = ["Draft", "all_drafts", "compose", "draft_for"]
