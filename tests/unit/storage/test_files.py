"""Loading and saving documents, and telling whether a file changed meanwhile."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from sopeditor.model.actor import Actor
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow
from sopeditor.model.identity import Identity, Logo
from sopeditor.model.page import Margins, PageSetup
from sopeditor.model.step import Column
from sopeditor.storage.errors import SaveFailed, SaveFailure, UnreadableFile
from sopeditor.storage.files import fingerprint, load, save
from tests.unit.storage.samples import sample_document, sentence, titled


def with_first_chart(**changes: object) -> Document:
    document = sample_document()
    first, *others = document.charts
    return replace(document, charts=(replace(first, **changes), *others))


def test_a_saved_document_loads_again_with_the_same_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "surat.sop"
    saved = save(sample_document(), path)
    document, loaded = load(path)
    assert document == sample_document()
    assert loaded == saved == fingerprint(path)
    assert saved.content == hash(path.read_bytes())


def test_loading_does_not_touch_the_file(tmp_path: Path) -> None:
    path = tmp_path / "surat.sop"
    save(sample_document(), path)
    path.chmod(0o444)
    before = path.stat()
    load(path)
    after = path.stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_another_content_of_the_same_size_has_another_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "surat.sop"
    first, second = save(titled("A"), path), save(titled("B"), path)
    assert first.size == second.size
    assert not first.same_content(second)
    assert first.same_content(save(titled("A"), path))


def test_a_file_that_vanished_has_no_fingerprint(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        fingerprint(tmp_path / "hilang.sop")


def test_a_large_logo_comes_back(tmp_path: Path) -> None:
    logo = Logo(bytes(range(256)) * 10_000)
    document = Document(identity=Identity(logo=logo))
    save(document, tmp_path / "logo.sop")
    assert load(tmp_path / "logo.sop")[0].identity.logo == logo


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (Document(actors=(Actor(id="a b", name=""),)), "tidak sah untuk atribut id"),
        (Document(actors=(Actor(id="a", name=""),) * 2), "dipakai lebih dari sekali"),
        (Document(page=PageSetup(margins=Margins(top=float("nan")))), "atribut top"),
        (Document(identity=Identity(title="x" * 100_001)), "lebih panjang dari 100000 huruf"),
        (Document(identity=Identity(logo=Logo(bytes(8_000_001)))), "lebih besar dari 8 MB"),
        (with_first_chart(flows=(Flow(id="f", source="y1", target="z"),)), "“z” yang tidak ada"),
        (
            with_first_chart(
                steps=(
                    replace(
                        sample_document().charts[0].steps[0], shared=frozenset({Column.ACTORS})
                    ),
                ),
                flows=(),
            ),
            "“actors” tidak sah untuk atribut shared",
        ),
    ],
)
def test_a_document_that_would_not_open_again_is_not_saved(
    tmp_path: Path, document: Document, reason: str
) -> None:
    path = tmp_path / "naskah.sop"
    save(sample_document(), path)
    with pytest.raises(SaveFailed) as caught:
        save(document, path)
    assert caught.value.kind is SaveFailure.DOCUMENT
    words = sentence(caught.value)
    assert words.startswith("“naskah.sop” tidak tersimpan")
    assert reason in words
    assert load(path)[0] == sample_document()
    assert [found.name for found in tmp_path.iterdir()] == [path.name]
