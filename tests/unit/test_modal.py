from PySide6.QtWidgets import QDialog, QLabel, QMessageBox, QVBoxLayout
from pytestqt.qtbot import QtBot

from tests.modal import ModalWatch


def test_a_dialog_that_nobody_answers_is_closed_and_named(qtbot: QtBot) -> None:
    watch = ModalWatch(patience=50)
    question = QMessageBox()
    qtbot.addWidget(question)
    question.setText("Simpan perubahan?")
    question.exec()  # would wait for ever
    assert len(watch.finish()) == 1
    assert "Simpan perubahan?" in watch.found[0]


def test_a_dialog_left_open_at_the_end_is_named(qtbot: QtBot) -> None:
    watch = ModalWatch()
    dialog = QDialog()
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(QLabel("Pilih warna"))
    dialog.setModal(True)
    dialog.show()
    assert "Pilih warna" in watch.finish()[0]
    assert not dialog.isVisible()


def test_a_dialog_that_is_answered_in_time_is_no_fault(qtbot: QtBot) -> None:
    watch = ModalWatch(patience=2_000)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.setModal(True)
    dialog.show()
    qtbot.wait(100)
    dialog.accept()
    assert watch.finish() == []


def test_a_window_that_is_not_modal_is_no_fault(qtbot: QtBot) -> None:
    watch = ModalWatch(patience=50)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.wait(200)
    assert watch.finish() == []
    assert dialog.isVisible()
