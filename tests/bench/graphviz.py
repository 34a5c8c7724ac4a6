"""Graphviz as a peer: `neato -n2` with orthogonal splines on the same rectangles."""

import shutil
import subprocess
import time
from typing import Any

Graph = dict[str, Any]

#: Its time is that of starting and ending the program.
EMPTY = "digraph { }"
_RUNS = 2


def is_installed() -> bool:
    """Answer whether neato can be run."""
    return shutil.which("neato") is not None


def least_ms(source: str) -> float:
    """Answer the least time of a few runs of the whole program, in milliseconds."""
    neato = shutil.which("neato")
    if neato is None:
        raise FileNotFoundError("neato")
    least = float("inf")
    for _ in range(_RUNS):
        begun = _clock()
        subprocess.run(
            [neato, "-n2", "-Gsplines=ortho", "-Tplain"],
            input=source.encode(),
            check=True,
            capture_output=True,
        )
        least = min(least, _clock() - begun)
    return least * 1000


def _clock() -> float:
    """Answer the processor's time of finished children, in seconds; else that of the wall."""
    try:
        import resource  # not on Windows
    except ImportError:
        return time.perf_counter()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def to_dot(graph: Graph) -> str:
    """Answer the graph in Graphviz's language; it counts in points, y upwards."""
    lines = ["digraph {", 'node [shape=box fixedsize=true label=""]']
    for node in graph["nodes"]:
        x, y = (node["x"] + node["w"] / 2) * 0.75, -(node["y"] + node["h"] / 2) * 0.75
        size = f"width={node['w'] / 96} height={node['h'] / 96}"
        lines.append(f'"{node["id"]}" [pos="{x},{y}" {size}]')
    lines += [f'"{edge["source"]}" -> "{edge["target"]}"' for edge in graph["edges"]]
    return "\n".join([*lines, "}"])
