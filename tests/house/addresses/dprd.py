"""Addresses of the regions of a case with their DPRDs; in the played case no DPRD was needed."""

from tests.house.addresses.world import HIDDEN, NEVER, READ, Args, Rule, World, of_case

TEST, CLOSED = "404/403 officer 409", "404/403 officer 409"


def of_track(**more: object) -> Args:
    """The address of the first region's round, with more of its parts."""

    def args(world: World) -> dict[str, object]:
        track = world.play.case.dprd_tracks.get(party__order=1)
        return {"public_id": world.play.case.public_id, "track": track.pk, **more}

    return args


RULES: dict[str, Rule] = {
    "agreements:dprd": Rule(of_case(), READ, NEVER),
    "agreements:dprd_test": Rule(of_track(), TEST, CLOSED),
    "agreements:dprd_step": Rule(of_track(code="ajukan_dprd"), TEST, CLOSED),
    "agreements:dprd_letter": Rule(of_track(code="permohonan"), NEVER, CLOSED),
    "agreements:dprd_file": Rule(of_track(letter=1), HIDDEN, NEVER),
    "agreements:dprd_package": Rule(of_track(), "404/403 officer 200", NEVER),
}
