import pytest

from sopeditor.editing.widths import FitColumns, SetColumnWidths
from sopeditor.model.step import Column
from sopeditor.model.widths import AUTOMATIC_WIDTHS
from tests.builders import a_document
from tests.unit.editing.applying import changed, reason

SET = SetColumnWidths(chart="chart", widths=((Column.OUTPUT, 90.0), (Column.REMARKS, 60.0)))


def test_widths_are_set_and_others_stay() -> None:
    document = changed(a_document(), SET)
    wider = SetColumnWidths(chart="chart", widths=((Column.OUTPUT, 99.0),))
    widths = changed(document, wider).charts[0].widths
    assert widths.by_hand == ((Column.OUTPUT, 99.0), (Column.REMARKS, 60.0))


def test_one_column_is_left_to_the_layout_again() -> None:
    fitted = changed(
        changed(a_document(), SET), FitColumns(chart="chart", columns=(Column.OUTPUT,))
    )
    assert fitted.charts[0].widths.by_hand == ((Column.REMARKS, 60.0),)


def test_all_columns_are_left_to_the_layout_again() -> None:
    assert changed(changed(a_document(), SET), FitColumns(chart="chart")) == a_document()
    assert a_document().charts[0].widths is AUTOMATIC_WIDTHS


@pytest.mark.parametrize("points", [11.9, 1000.1, float("inf"), float("nan")])
def test_a_width_that_no_column_has_is_refused(points: float) -> None:
    command = SetColumnWidths(chart="chart", widths=((Column.OUTPUT, points),))
    assert reason(a_document(), command) == "editing.refused.column_width"


def test_a_chart_that_is_gone_is_refused() -> None:
    assert reason(a_document(), FitColumns(chart="other")) == "editing.refused.gone"
