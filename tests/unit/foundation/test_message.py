from pathlib import Path

import pytest

from sopeditor.foundation.message import Catalogue, Message, UserError, message


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    folder = tmp_path / "id"
    folder.mkdir()
    (folder / "file.toml").write_text(
        '[save]\nfailed = "Gagal menyimpan {name}: {reason}"\nfull = "ruang {kind} habis"\n'
        'braces = "Tulis {0} apa adanya"\n[save.kind]\ndisk = "disk"\n',
        "utf-8",
    )
    (folder / "app.toml").write_text('title = "SOP Editor"\n', "utf-8")
    return Catalogue.read(folder)


def test_a_catalogue_bears_the_name_of_its_folder_as_its_language(catalogue: Catalogue) -> None:
    assert catalogue.language == "id"


def test_keys_are_file_tables_and_name(catalogue: Catalogue) -> None:
    assert catalogue.keys() == {
        "app.title",
        "file.save.braces",
        "file.save.failed",
        "file.save.full",
        "file.save.kind.disk",
    }


def test_values_fill_the_names_of_a_sentence(catalogue: Catalogue) -> None:
    text = catalogue.text("file.save.failed", name="izin.sop", reason="penuh")
    assert text == "Gagal menyimpan izin.sop: penuh"


def test_a_sentence_without_values_stays_as_it_is_written(catalogue: Catalogue) -> None:
    assert catalogue.text("file.save.braces") == "Tulis {0} apa adanya"


def test_an_unknown_key_is_an_error(catalogue: Catalogue) -> None:
    with pytest.raises(KeyError, match="nowhere"):
        catalogue.text("file.nowhere")


def test_a_missing_value_is_an_error(catalogue: Catalogue) -> None:
    with pytest.raises(KeyError, match="reason"):
        catalogue.text("file.save.failed", name="izin.sop")


def test_messages_within_messages_are_worded_too(catalogue: Catalogue) -> None:
    disk = message("file.save.kind.disk")
    words = message("file.save.failed", name=7, reason=message("file.save.full", kind=disk))
    assert catalogue.word(words) == "Gagal menyimpan 7: ruang disk habis"


def test_braces_in_a_value_are_left_alone(catalogue: Catalogue) -> None:
    words = message("file.save.full", kind="{name}")
    assert catalogue.word(words) == "ruang {name} habis"


def test_a_message_keeps_its_values_and_can_be_compared() -> None:
    assert message("a.b", x=1) == Message("a.b", (("x", 1),))
    assert message("a.b", x=1) != message("a.b", x=2)


def test_a_user_error_carries_its_words_and_names_its_key() -> None:
    error = UserError(message("file.save.full", kind="disk"))
    assert error.words == message("file.save.full", kind="disk")
    assert str(error) == "file.save.full"
