"""Loops in a flow that nobody can leave."""

from sopeditor.checks.subject import ChartGraph, Node


def loops_without_exit(graph: ChartGraph) -> tuple[tuple[Node, ...], ...]:
    """Answer the loops from which no flow leads out, each in the order of its rows.

    A node lies on a loop if it can be reached from a node after it; the loop is closed if
    all that can be reached from it can reach it again.
    """
    reach = {
        name: graph.reached_from(tuple(graph.target(flow) for flow in node.out))
        for name, node in graph.nodes.items()
    }
    loops: list[tuple[Node, ...]] = []
    told: set[str] = set()
    for name, reached in reach.items():
        if name in told or name not in reached:
            continue
        if all(name in reach[other] for other in reached):
            told.update(reached)
            loops.append(tuple(node for other, node in graph.nodes.items() if other in reached))
    return tuple(loops)
