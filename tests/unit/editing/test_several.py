"""Writing the same into several rows."""

from sopeditor.editing.several import SetPageBreaks, SetStepTexts
from sopeditor.model.step import Column
from tests.builders import a_document
from tests.unit.editing.applying import changed, reason


def test_one_text_goes_into_all_rows_and_into_no_other() -> None:
    command = SetStepTexts(steps=("row1", "row3"), column=Column.OUTPUT, text="Surat\r\ndinas")
    after = changed(a_document(), command)
    outputs = [step.quality.output for step in after.charts[0].steps]
    assert outputs == ["Surat\ndinas", "Bahan 2", "Surat\ndinas"]


def test_typing_into_the_same_rows_and_column_undoes_as_one() -> None:
    def key(*steps: str, column: Column = Column.OUTPUT) -> str:
        return SetStepTexts(steps=steps, column=column, text="").merge_key

    assert key("row1", "row2") == key("row2", "row1")
    assert key("row1", "row2") != key("row1", "row3")
    assert key("row1", "row2") != key("row1", "row2", column=Column.REMARKS)


def test_page_breaks_come_and_go_together() -> None:
    document = changed(a_document(), SetPageBreaks(steps=("row2", "row3"), broken=True))
    assert [step.break_before for step in document.charts[0].steps] == [False, True, True]
    back = changed(document, SetPageBreaks(steps=("row2", "row3"), broken=False))
    assert back == a_document()


def test_a_row_that_is_gone_refuses_all() -> None:
    texts = SetStepTexts(steps=("row1", "row9"), column=Column.OUTPUT, text="x")
    assert reason(a_document(), texts) == "editing.refused.gone"


def test_the_names_tell_how_many() -> None:
    document = a_document()
    for command, key in (
        (SetStepTexts(steps=("row1", "row2"), column=Column.OUTPUT, text=""), "step_texts"),
        (SetPageBreaks(steps=("row1", "row2"), broken=True), "add_page_breaks"),
        (SetPageBreaks(steps=("row1", "row2"), broken=False), "remove_page_breaks"),
    ):
        words = command.named(document)
        assert words.key == f"editing.name.{key}"
        assert dict(words.values)["count"] == 2
