import json
import subprocess
import sys
from pathlib import Path

import pytest

from sopeditor.layout.engine import lay_out
from sopeditor.layout.report import bench_pages
from tests.unit.layout.support import (
    DECISION,
    PROFILE,
    HalfEm,
    chart,
    document,
    flow,
    laid_out,
    procedure,
    step,
    symbol,
)

METRICS = Path(__file__).parents[4] / "shared" / "bench" / "route_metrics.py"


def test_symbols_partners_and_links_are_nodes_and_arrows_are_edges() -> None:
    drawn = chart(
        [step(0, symbol(0, 0)), step(1, symbol(1, 1, 2, 0, kind=DECISION))], [flow(0, 0, 1, "Ya")]
    )
    (page,) = bench_pages(laid_out(document(drawn)))
    assert [node["kind"] for node in page["nodes"]] == ["process", "decision", "process", "process"]
    (edge,) = page["edges"]
    assert (edge["source"], edge["target"], edge["label"]) == ("y0", "y1", "Ya")
    assert page["name"] == "c1-2"


def test_lengths_are_pixels() -> None:
    layout = laid_out(document(procedure(1)))
    page = layout.chart_pages("c1")[0]
    node = bench_pages(layout)[0]["nodes"][0]
    assert node["w"] == pytest.approx(page.symbols[0].rect.width * 96 / 72)
    assert node["x"] == pytest.approx(page.symbols[0].rect.x * 96 / 72)


def test_page_links_are_off_page_nodes_of_their_page() -> None:
    pages = bench_pages(laid_out(document(procedure(24))))
    for page in pages:
        ids = {node["id"] for node in page["nodes"]}
        assert all({edge["source"], edge["target"]} <= ids for edge in page["edges"])
    assert any(node["kind"] == "offpage" for node in pages[0]["nodes"])


@pytest.mark.skipif(not METRICS.exists(), reason="the metrics of the routing bench are not here")
def test_routed_pages_have_no_defects(tmp_path: Path) -> None:
    layout = lay_out(document(procedure(24, 5)), PROFILE, HalfEm())
    for page in bench_pages(layout):
        path = tmp_path / f"{page['name']}.json"
        path.write_text(json.dumps(page), "utf-8")
        run = subprocess.run(
            [sys.executable, str(METRICS), str(path)], capture_output=True, text=True, check=True
        )
        scored = json.loads(run.stdout)
        assert (scored[0] if isinstance(scored, list) else scored)["defects"] == 0
