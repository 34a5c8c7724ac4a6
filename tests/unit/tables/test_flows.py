"""Alur and Pelaksana: every rule of the notation, from the words to flows between symbols."""

import pytest

from tests.unit.tables.building import flows, kinds, table


def test_a_number_leads_to_that_row() -> None:
    found = flows(table("1 | A | T | 3", "2 | B | P | 3", "3 | C | T | "))
    assert found == ["1A>3C", "2B>3C"]


def test_an_ampersand_splits_the_flow() -> None:
    found = flows(table("1 | A | T | 2 & 3", "2 | B | P | 4", "3 | C | P | 4", "4 | D | T | "))
    assert found[:2] == ["1A>2B", "1A>3C"]


def test_branches_of_a_decision_carry_their_labels() -> None:
    document = table(
        "1 | A | T | 2", "2 | B | D | Ya>3; Tidak>1; Perlu tinjauan>4", "3 | C | P | 4",
        "4 | D | T | ",
    )  # fmt: skip
    assert flows(document)[1:4] == ["2B>3C:Ya", "2B>1A:Tidak", "2B>4D:Perlu tinjauan"]


def test_one_branch_may_lead_to_several_rows() -> None:
    document = table("1 | A | D | Ya>2 & 3", "2 | B | P | 3", "3 | C | T | selesai")
    assert flows(document)[:2] == ["1A>2B:Ya", "1A>3C:Ya"]


def test_a_letter_after_the_number_chooses_the_lane() -> None:
    document = table("1 | A | T | 2C", r"2 | B\|C | P | 3", "3 | D | T | ")
    assert flows(document) == ["1A>2C", "2B>3D", "2C>3D"]


def test_a_lane_may_be_named_instead_of_its_letter() -> None:
    document = table("1 | Staf | T | 2 sekretaris", r"2 | Kasubbag\|C | P | 3", "3 | D | T | ")
    assert flows(document)[0] == "1A>2C"


def test_the_label_of_a_row_goes_before_number_and_lane() -> None:
    document = table("1 | D | D | Ya>2a; Tidak>2A", r"2 | A\|B | P | 2a", "2a | A | T | ")
    assert flows(document) == ["1D>2aA:Ya", "1D>2A:Tidak", "2A>2aA", "2B>2aA"]


def test_lanes_before_the_sign_send_each_symbol_its_own_way() -> None:
    document = table(
        r"1 | C\|D | T | C>2; D>3", "2 | C | P | 3", "3 | D | T | "
    )  # fmt: skip
    assert flows(document) == ["1C>2C", "1D>3D", "2C>3D"]


def test_selesai_ends_the_flow_whatever_the_symbol() -> None:
    document = table("1 | A | T | 2", "2 | B | P | selesai", "3 | C | T | selesai")
    assert flows(document) == ["1A>2B"]


def test_without_alur_the_next_row_follows() -> None:
    assert flows(table("1 | A | T | ", "2 | B | P | ", "3 | C | D | ", "4 | D | T | ")) == [
        "1A>2B",
        "2B>3C",
        "3C>4D",
    ]


def test_without_alur_a_kapsul_that_is_not_the_first_ends() -> None:
    document = table("1 | A | D | Ya>2; Tidak>3", "2 | B | T | ", "3 | C | T | ")
    assert flows(document) == ["1A>2B:Ya", "1A>3C:Tidak"]


def test_without_alur_the_words_mulai_and_selesai_tell_start_from_end() -> None:
    document = table("1 | A | mulai | 3", "2 | B | mulai | ", "3 | C | selesai | ", "4 | A | T | ")
    assert flows(document) == ["1A>3C", "2B>3C"]


def test_symbols_of_one_row_each_stay_in_their_lane_where_they_can() -> None:
    document = table(r"1 | A\|B | T | 2", r"2 | A\|B\|C | P | 3", "3 | C | T | ")
    assert flows(document) == ["1A>2A", "1B>2B", "2A>3C", "2B>3C", "2C>3C"]


def test_a_symbol_without_its_lane_in_the_target_goes_to_all_of_that_row() -> None:
    document = table("1 | D | T | 2", r"2 | A\|B | P | 3", "3 | D | T | ")
    assert flows(document) == ["1D>2A", "1D>2B", "2A>3D", "2B>3D"]


def test_every_symbol_of_a_decision_row_has_all_branches() -> None:
    document = table(r"1 | A\|B | D | Ya>2; Tidak>3", "2 | C | P | 3", "3 | D | T | ")
    assert flows(document)[:4] == ["1A>2C:Ya", "1A>3D:Tidak", "1B>2C:Ya", "1B>3D:Tidak"]


def test_a_lane_and_a_label_tell_the_branches_of_one_decision_among_several() -> None:
    document = table(r"1 | A\|B | D | A>Ya>2; A>Tidak>3; B>selesai", "2 | C | P |", "3 | D | T |")
    assert flows(document)[:2] == ["1A>2C:Ya", "1A>3D:Tidak"]
    assert kinds(document) == "DD P T"


def test_those_who_act_together_are_joined_in_their_order_and_one_flow_leaves() -> None:
    document = table("1 | A | T | 2", "2 | D+A+C | P | 3", "3 | B | T | ")
    assert flows(document) == ["1A>2D", "2D=2A", "2A=2C", "2D>3B"]
    assert kinds(document) == "T PPP T"


def test_a_joint_end_is_joined_too() -> None:
    document = table("1 | A | T | 2", "2 | A+C | T | selesai")
    assert flows(document) == ["1A>2A", "2A=2C"]


def test_a_joint_decision_is_one_symbol_of_several_actors() -> None:
    document = table("1 | A | T | 2", "2 | B+C | D | Ya>3; Tidak>1", "3 | C | T | ")
    assert flows(document) == ["1A>2BC", "2BC>3C:Ya", "2BC>1A:Tidak"]
    assert kinds(document) == "T D T"


def test_joined_boxes_lead_on_into_the_lanes_of_all_of_them() -> None:
    document = table("1 | B+C | T | 2", r"2 | B\|C\|D | P | selesai")
    assert flows(document) == ["1B=1C", "1B>2B", "1B>2C"]


def test_joined_and_single_boxes_stand_in_one_row() -> None:
    document = table("1 | A | T | 2", r"2 | B+C\|D | P | 3", "3 | D | T | ")
    assert flows(document) == ["1A>2B", "1A>2D", "2B=2C", "2B>3D", "2D>3D"]


def test_one_joined_box_may_have_a_flow_of_its_own() -> None:
    document = table("1 | A+B | T | A>2; B>3", "2 | C | P | 3", "3 | D | T | ")
    assert flows(document)[:3] == ["1A=1B", "1A>2C", "1B>3D"]


def test_the_parts_of_a_row_may_have_different_symbols() -> None:
    document = table(
        r"1 | A\|B | T\|D | A>2; B>Ya>2; B>Tidak>3", "2 | C | P |", "3 | D | T |"
    )  # fmt: skip
    assert kinds(document) == "TD P T"
    assert flows(document)[:3] == ["1A>2C", "1B>2C:Ya", "1B>3D:Tidak"]


def test_a_backslash_takes_the_meaning_from_a_mark() -> None:
    document = table(r"1 | A | D | di atas \> 5\; mahal>2; lain>3", "2 | B | P |", "3 | C | T |")
    assert flows(document)[:2] == ["1A>2B:di atas > 5; mahal", "1A>3C:lain"]


@pytest.mark.parametrize("arrow", [">", "->", "=>", "→", " > "])
def test_arrows_may_be_drawn_in_several_ways(arrow: str) -> None:
    document = table(f"1 | A | D | Ya{arrow}2; Tidak{arrow}3", "2 | B | P |", "3 | C | T |")
    assert flows(document)[:2] == ["1A>2B:Ya", "1A>3C:Tidak"]


def test_line_breaks_part_branches_too() -> None:
    document = table("1 | A | D | Ya>2<br>Tidak>3;", "2 | B | P |", "3 | C | T |")
    assert flows(document)[:2] == ["1A>2B:Ya", "1A>3C:Tidak"]


def test_a_step_without_actor_has_no_symbol_and_no_flow() -> None:
    document = table("1 | A | T | 3", "2 | - | | ", "3 | B | T | ")
    assert kinds(document) == "T - T"
    assert flows(document) == ["1A>3B"]
