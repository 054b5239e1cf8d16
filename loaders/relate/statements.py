"""Where a relation is stated, and how far from done it is."""

import re
from collections.abc import Mapping

from loaders.records import Modality, Passage
from loaders.relate.scene import Place, Scene

# Before the name of an award or status: "争创", "申报国家级", "积极创建"; not "荣获", "成功创建"
SOUGHT = re.compile(r"(?<!成功)(?:争创|争取|力争|申报|申请|争当|冲刺|创建|创评)[^，。；、]{0,8}$")


def place_of_statement(scene: Scene, one: Place, other: Place) -> Passage:
    """The passage that states what joins two places: the one they share, else that of the object."""
    return scene.document.passages[one.passage if one.passage == other.passage else other.passage]


def modality_at(passage: Passage, modalities: Mapping[int, Modality]) -> Modality:
    """The modality of the measure that a passage states; what states none is taken for done."""
    return modalities.get(passage.order, "done")


def is_sought(scene: Scene, award: Place) -> bool:
    """Whether an award or status is applied for rather than held."""
    return SOUGHT.search(scene.masked[award.passage][: award.start]) is not None
