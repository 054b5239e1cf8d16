"""Brands that recognise each other: 互认."""

import re
from collections.abc import Iterator, Mapping

from loaders.records import MentionEnd, Modality, Relation
from loaders.relate.scene import Scene
from loaders.relate.statements import modality_at

# 与两地品牌互认, 相互认可; not 公认, 认可
MUTUAL = re.compile("互认|相互认[可定]|相互承认")


def recognitions(scene: Scene, modalities: Mapping[int, Modality]) -> Iterator[Relation]:
    """The first brand of a passage on mutual recognition with each other brand there."""
    for passage in scene.document.passages:
        if not MUTUAL.search(passage.text):
            continue
        brands = sorted(
            (actor.places_in(passage.order)[0].mention, index)
            for index, actor in enumerate(scene.actors)
            if actor.label == "Brand" and actor.places_in(passage.order)
        )
        for mention, _ in brands[1:]:
            yield Relation(
                "RECOGNISES",
                MentionEnd(brands[0][0]),
                MentionEnd(mention),
                passage.order,
                passage.text_start,
                passage.text_end,
                modality_at(passage, modalities),
            )
