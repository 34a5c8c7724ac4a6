"""A program that saves two documents in turn and is killed at a random moment, many times.

Arguments: the file, `atomic` or `in place`, the number of rounds. Prints, as JSON, how often
the file held the first document, the second, or neither.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from sopeditor.storage.files import save
from sopeditor.storage.writer import write_document
from tests.unit.storage.samples import titled

#: Long enough that writing takes a while; the two differ in every byte that counts.
DOCUMENTS = tuple(titled(letter * 90_000) for letter in "AB")
LONGEST_SECONDS = 0.03


def save_for_ever(path: Path, way: str) -> None:
    """Save one document after the other until killed."""
    contents = [write_document(document) for document in DOCUMENTS]
    while True:
        for document, content in zip(DOCUMENTS, contents, strict=True):
            if way == "atomic":
                save(document, path)
            else:
                path.write_bytes(content)


def kill_once(path: Path, way: str, chance: random.Random) -> None:
    """Start a child that saves, kill it after a random moment, wait for its end."""
    child = os.fork()
    if child == 0:
        save_for_ever(path, way)
    time.sleep(0.01 + chance.random() * LONGEST_SECONDS)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def main(path: Path, way: str, rounds: int) -> dict[str, int]:
    """Kill `rounds` times and look at the file each time."""
    first, second = (write_document(document) for document in DOCUMENTS)
    names = {first: "first", second: "second"}
    found = {"first": 0, "second": 0, "torn": 0}
    chance = random.Random(20_260_305)
    path.write_bytes(first)
    for _ in range(rounds):
        kill_once(path, way, chance)
        found[names.get(path.read_bytes(), "torn")] += 1
    return found


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))))
