"""The router on the benchmark corpus beside the checkout."""

import pytest

from tests.bench import routing_corpus as corpus

pytestmark = pytest.mark.skipif(
    not corpus.is_present(), reason="the benchmark corpus does not lie beside the checkout"
)

#: Larger graphs are scored by the benchmark itself.
_LARGEST = 130
_NEVER = ("against_flow_ends", "off_outline_ends", "short_arrows", "short_stubs")


@pytest.fixture(scope="module")
def scores() -> list[corpus.Document]:
    documents = [d for d in corpus.documents() if len(d["nodes"]) <= _LARGEST]
    return [{**corpus.score(d), "group": corpus.group_of(d)} for d in documents]


def test_no_graph_has_a_defect(scores: list[corpus.Document]) -> None:
    assert len(scores) >= 29
    assert sum(score["defects"] for score in scores) == 0


@pytest.mark.parametrize("key", [*_NEVER, "tight_node_length"])
def test_ends_are_as_the_house_rules_want(scores: list[corpus.Document], key: str) -> None:
    assert sum(score[key] for score in scores) == 0


def test_small_graphs_cost_little_more_than_their_bound(scores: list[corpus.Document]) -> None:
    ratios = [score["cost_ratio"] for score in scores if score["group"] != "g0100"]
    assert sum(ratios) / len(ratios) <= 1.035
    assert max(ratios) <= 1.13


def test_lines_seldom_cross(scores: list[corpus.Document]) -> None:
    for group, most in (("handmade", 1.2), ("g0040", 0.7), ("g0100", 1.0)):
        members = [score for score in scores if score["group"] == group]
        crossings = sum(score["crossings"] for score in members)
        assert 100 * crossings / sum(score["edges"] for score in members) <= most
