"""Finding and replacing words in all texts of a document."""

import pytest
from msgspec.structs import replace

from sopeditor.editing.charts import SetFootnotes, SetSubtitle
from sopeditor.editing.identity import SetApprover, SetIdentityField
from sopeditor.editing.replacing import (
    Match,
    RenameEverywhere,
    ReplaceAll,
    ReplaceMatch,
    Search,
    find,
    mentions,
)
from sopeditor.editing.steps import SetStepText
from sopeditor.editing.symbols import SetSymbolCaption
from sopeditor.editing.texts import (
    ActorText,
    ApproverText,
    IdentityText,
    LabelText,
    StepCellText,
    TextPlace,
    texts_of,
)
from sopeditor.model.document import Document
from sopeditor.model.identity import Approver
from sopeditor.model.step import TEXT_COLUMNS, Column
from tests.builders import a_document
from tests.unit.editing.applying import changed, reason


def full_document() -> Document:
    """Answer a document with something in every kind of text."""
    document = a_document(rows="(A) B? (A)", flows="1>2 2>3:Ya 2>1:Tidak")
    commands = [
        SetIdentityField(field="title", value="Surat Masuk"),
        SetIdentityField(field="created_on", value="2026-03-05"),
        SetIdentityField(field="warnings", value=("Surat hilang", "Terlambat")),
        SetApprover(approver=Approver(position="Kepala Dinas", name="Pejabat")),
        SetSubtitle(chart="chart", text="Surat biasa"),
        SetFootnotes(chart="chart", footnotes=("Satu surat", "Dua")),
        SetSymbolCaption(symbol="1A", caption="Mulai"),
        *(
            SetStepText(step="row1", column=column, text=f"surat {column.value}")
            for column in TEXT_COLUMNS
        ),
    ]
    for command in commands:
        document = changed(document, command)
    return document


def places(document: Document, search: Search) -> list[TextPlace]:
    return [match.place for match in find(document, search)]


def test_every_text_is_answered_once_in_the_order_of_reading() -> None:
    found = [place for place, _ in texts_of(full_document())]
    assert len(found) == len(set(found))
    assert found[0] == IdentityText("title")
    assert found.index(ApproverText("name")) < found.index(ActorText("A"))
    assert found.index(ActorText("A")) < found.index(StepCellText("row1", Column.ACTIVITY))
    assert LabelText("2B-3A") in found


def test_each_text_can_be_written_where_it_was_read() -> None:
    document = full_document()
    for place, text in texts_of(document):
        after = changed(document, place.setting(document, text.replace("u", "o") + " baru"))
        assert dict(texts_of(after))[place] == text.replace("u", "o") + " baru", place
        assert changed(after, place.setting(after, text)) == document


def test_an_actor_of_no_lane_is_found_too() -> None:
    document = a_document(lanes="AB", rows="A")
    chart = replace(document.charts[0], lanes=("A",))
    document = replace(document, charts=(chart,))
    assert places(document, Search("Jabatan B")) == [ActorText("B")]


def test_a_search_is_deaf_to_case_and_line_breaks_unless_told() -> None:
    document = changed(
        a_document(rows="A"),
        SetStepText(step="row1", column=Column.REMARKS, text="konsep\nSurat, KONSEP  surat"),
    )
    assert len(find(document, Search("konsep surat"))) == 2
    assert len(find(document, Search("konsep surat", match_case=True))) == 0
    assert len(find(document, Search("konsep Surat", match_case=True))) == 1


def test_whole_words_have_no_letters_beside_them() -> None:
    document = changed(
        a_document(rows="A"),
        SetStepText(step="row1", column=Column.REMARKS, text="surat, persuratan; surat-surat"),
    )
    assert len(find(document, Search("surat"))) == 4
    assert len(find(document, Search("surat", whole_word=True))) == 3


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_is_found_for_nothing(text: str) -> None:
    assert find(full_document(), Search(text)) == ()


@pytest.mark.parametrize("text", [".", "(", "[a", "\\", "a+", "^", "$1", "{0}"])
def test_marks_are_looked_for_as_they_are(text: str) -> None:
    document = changed(
        a_document(rows="A"), SetStepText(step="row1", column=Column.OUTPUT, text=f"x{text}y")
    )
    assert find(document, Search(text)) == (
        Match(StepCellText("row1", Column.OUTPUT), 1, 1 + len(text)),
    )


def test_all_is_replaced_at_once_wherever_it_stands() -> None:
    document = full_document()
    count = len(find(document, Search("surat")))
    command = ReplaceAll(search=Search("surat"), replacement="naskah \\1 dinas")
    after = changed(document, command)
    assert find(after, Search("surat")) == ()
    assert len(find(after, Search("naskah \\1 dinas"))) == count
    assert after.identity.warnings == ("naskah \\1 dinas hilang", "Terlambat")
    assert dict(command.named(document).values) == {"count": count}


def test_a_replacement_that_holds_what_is_looked_for_is_not_replaced_again() -> None:
    document = changed(
        a_document(rows="A"), SetStepText(step="row1", column=Column.OUTPUT, text="aa")
    )
    after = changed(document, ReplaceAll(search=Search("a", whole_word=False), replacement="aba"))
    assert after.charts[0].steps[0].quality.output == "abaaba"


def test_replacing_by_nothing_empties_and_drops_empty_items() -> None:
    after = changed(full_document(), ReplaceAll(search=Search("Surat hilang"), replacement=""))
    assert after.identity.warnings == ("Terlambat",)


def test_replacing_what_is_not_there_is_refused() -> None:
    command = ReplaceAll(search=Search("zzz"), replacement="a")
    assert reason(full_document(), command) == "replace.refused.nothing"


def test_one_hit_is_replaced_and_the_others_stay() -> None:
    document = full_document()
    search = Search("surat")
    first, *others = find(document, search)
    command = ReplaceMatch(search=search, match=first, replacement="Naskah")
    after = changed(document, command)
    assert after.identity.title == "Naskah Masuk"
    assert len(find(after, search)) == len(others)
    assert reason(after, command) == "editing.refused.gone"


def renaming(text: str, name: str = "Sekretaris", others: tuple[str, ...] = ()) -> Document:
    """Answer a document whose actor A has a name, with a text in Keterangan."""
    document = a_document(rows="A B")
    names = (name, *(others or ("Staf",)))
    actors = tuple(
        replace(actor, name=other) for actor, other in zip(document.actors, names, strict=True)
    )
    document = replace(document, actors=actors)
    return changed(document, SetStepText(step="row2", column=Column.REMARKS, text=text))


def test_an_actor_is_renamed_in_its_lane_and_in_every_text() -> None:
    document = renaming("Diserahkan kepada sekretaris, bukan Kesekretarisan")
    command = RenameEverywhere(actor="A", name="Panitera")
    after = changed(document, command)
    assert after.actors[0].name == "Panitera"
    assert after.charts[0].steps[1].remarks == "Diserahkan kepada Panitera, bukan Kesekretarisan"
    assert command.named(document).key == "replace.name.rename"


def test_a_longer_name_is_not_a_mention_of_a_shorter_one() -> None:
    document = renaming("Sekretaris dan Sekretaris Daerah", others=("Sekretaris Daerah",))
    after = changed(document, RenameEverywhere(actor="A", name="Panitera"))
    assert after.charts[0].steps[1].remarks == "Panitera dan Sekretaris Daerah"
    assert after.actors[1].name == "Sekretaris Daerah"


def test_a_name_that_grows_is_not_grown_twice() -> None:
    document = renaming("Sekretaris dan Sekretaris Daerah")
    after = changed(document, RenameEverywhere(actor="A", name="Sekretaris Daerah"))
    assert after.charts[0].steps[1].remarks == "Sekretaris Daerah dan Sekretaris Daerah"


def test_an_actor_without_a_name_is_mentioned_nowhere() -> None:
    document = renaming("apa saja", name="")
    assert mentions(document, "A", "Panitera") == ()
    assert changed(document, RenameEverywhere(actor="A", name="Kasi")).actors[0].name == "Kasi"
