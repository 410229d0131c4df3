"""Whether a law pack makes sense: every name resolves, every rule has its article, every case finds its way."""

from agreements.law.schema import LawPack
from agreements.law.validation import articles, dprd, flow, names, papers, reports


def faults_of(pack: LawPack) -> list[str]:
    """Every fault of sense in the pack, each naming its place."""
    return [
        *names.faults(pack),
        *articles.faults(pack),
        *flow.faults(pack),
        *papers.faults(pack),
        *reports.faults(pack),
        *dprd.faults(pack),
    ]
