"""Every way of writing, step by step on both engines: after each step they hold the same graph, byte for byte."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from loaders.judge import judge, withdraw
from loaders.load import delete, load
from stores.store import Store
from tests.parity.both import Both
from tests.parity.conftest import Opening

CHANGCHUN = """长春市质量工作简报
来源：质量观察 2022-03-01
2022年，长春市印发《质量强市建设方案》。
长春市市场监管局牵头开展“守护餐桌”行动，全市食品安全抽检合格率达到98.2%。
大力推广“春品优选”区域品牌，推动“春品优选”与“圳品”互认。
"""
BULLETIN = """长春市简讯
2022-05-06
2022年，长春市认真落实《质量强市实施方案》。
到2025年，全市食品安全抽检合格率达到99%以上。
长春市市场监管局建设智慧监管平台，强化食品安全监管。
"""
QINGDAO = """青岛市市场监管局部署年度工作
2022-01-28
2021年，青岛市食品安全抽检合格率为99.69%。
推动“圳品”与“青岛优品”互认，持续开展“守护餐桌”行动。
"""
PLANS = ("质量强市建设方案", "质量强市实施方案")
Step = Callable[[Store, Path], object]


@pytest.fixture(scope="module")
def both(open_both: Opening) -> Iterator[Both]:
    with open_both() as opened:
        yield opened


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("texts") / "notes"
    made.mkdir()
    for name, text in (("changchun", CHANGCHUN), ("bulletin", BULLETIN), ("qingdao", QINGDAO)):
        write(made, name, text)
    return made


def write(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def first_load(store: Store, folder: Path) -> None:
    load([folder], store)


def reload(store: Store, folder: Path) -> None:
    assert load([folder], store).changes == 0


def edited_document(store: Store, folder: Path) -> None:
    write(folder, "qingdao", QINGDAO.replace("99.69", "99.1").replace("青岛优品", "青岛好品"))
    assert load([folder], store).changes == 1
    write(folder, "qingdao", QINGDAO)


def edited_back(store: Store, folder: Path) -> None:
    load([folder], store)


def same_text_at_a_smaller_source(store: Store, folder: Path) -> None:
    other = folder.parent / "archive"
    other.mkdir(exist_ok=True)
    write(other, "bulletin", BULLETIN)
    load([other], store)


def its_holder_deleted(store: Store, _folder: Path) -> None:
    delete(["archive/bulletin.txt"], store)


def judged_the_same(store: Store, _folder: Path) -> None:
    judge(store, "same", (plans(store)[PLANS[0]], plans(store)[PLANS[1]]), "李明", "一份文件，两种写法")
    assert len(plans(store)) == 1


def loaded_after_the_judgement(store: Store, folder: Path) -> None:
    write(folder, "bulletin", BULLETIN.replace("2025", "2024"))
    load([folder], store)
    write(folder, "bulletin", BULLETIN)


def judgement_withdrawn(store: Store, _folder: Path) -> None:
    [(judgement,)] = store.read("MATCH (j:Judgement) RETURN j.id AS id").rows
    withdraw(store, judgement)
    assert len(plans(store)) == len(PLANS)


def judged_different(store: Store, _folder: Path) -> None:
    judge(store, "different", (plans(store)[PLANS[0]], plans(store)[PLANS[1]]), "王芳")


def deleted_documents(store: Store, _folder: Path) -> None:
    delete(["notes/qingdao.txt"], store)


def all_deleted(store: Store, _folder: Path) -> None:
    delete(["notes/changchun.txt", "notes/bulletin.txt"], store)


def loaded_again(store: Store, folder: Path) -> None:
    load([folder], store)


def plans(store: Store) -> dict[str, str]:
    return dict(store.read("MATCH (p:Plan) RETURN p.name AS name, p.id AS id").rows)


STEPS: tuple[Step, ...] = (
    first_load,
    reload,
    edited_document,
    edited_back,
    same_text_at_a_smaller_source,
    its_holder_deleted,
    judged_the_same,
    loaded_after_the_judgement,
    judgement_withdrawn,
    judged_different,
    deleted_documents,
    all_deleted,
    loaded_again,
)


def test_both_engines_hold_the_same_graph_after_every_step(both: Both, folder: Path, subtests: pytest.Subtests) -> None:
    for step in STEPS:
        with subtests.test(step.__name__):
            for store in both.stores:
                step(store, folder)
            both.dumps()
            ours, theirs = (store.version().version for store in both.stores)
            assert ours == theirs
