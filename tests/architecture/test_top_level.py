"""The top of the project holds what a newcomer looks for, and nothing else."""

from tests.architecture.source import tracked_files

ALLOWED = {
    ".ci",
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "icons",
    "packaging",
    "pyproject.toml",
    "resources",
    "run.py",
    "sopeditor",
    "tests",
}


def test_only_known_entries_lie_at_the_top() -> None:
    assert {file.split("/")[0] for file in tracked_files()} - ALLOWED == set()


def test_nothing_that_a_machine_makes_is_kept() -> None:
    made = (".pyc", ".pyo", ".orig", ".rej", ".swp", ".log", "~", ".DS_Store")
    assert [file for file in tracked_files() if file.endswith(made)] == []


def test_no_two_files_differ_only_in_upper_and_lower_case() -> None:
    folded = [file.casefold() for file in tracked_files()]
    assert len(set(folded)) == len(folded)  # Windows would keep but one of them
