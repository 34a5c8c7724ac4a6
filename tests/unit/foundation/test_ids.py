import re

from sopeditor.foundation.ids import fresh_id, numbered_ids


def test_a_fresh_id_begins_with_its_prefix_and_suits_a_name_in_xml() -> None:
    assert re.fullmatch(r"s-[0-9a-f]{8}", fresh_id("s"))


def test_fresh_ids_do_not_repeat() -> None:
    assert len({fresh_id("s") for _ in range(500)}) == 500


def test_numbered_ids_count_from_one_for_each_prefix() -> None:
    next_id = numbered_ids()
    assert [next_id("s"), next_id("s"), next_id("f"), next_id("s")] == ["s1", "s2", "f1", "s3"]


def test_two_sources_of_numbered_ids_count_apart() -> None:
    first, second = numbered_ids(), numbered_ids()
    first("s")
    assert second("s") == "s1"
