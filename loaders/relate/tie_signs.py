"""The signs by which the relation of two actors is told: their names, their places, the words and names between."""

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.relate.reach import Reach
from loaders.relate.scene import MASKS, Place, Scene
from loaders.relate.ties import BETWEEN, Tie

# Words of one kind of relation; a sign says on which side of the names one stands.
CUES = {
    "lead": ("牵头", "主办", "负责", "组织", "召开", "举办", "举行", "启动", "部署"),
    "carry": ("开展", "实施", "推进", "推动", "落实", "深入"),
    "join": ("承办", "协办", "参加", "出席", "参与", "配合", "联合", "会同", "支持", "共同", "协助"),
    "issue": ("印发", "发布", "出台", "制定", "公布", "下发", "颁布", "签订", "签署", "通告", "通过"),
    "follow": ("根据", "按照", "贯彻", "依据", "落实", "依照", "执行", "为"),
    "build": ("建设", "建立", "打造", "建成", "搭建", "依托", "上线", "推出", "运行", "开通", "设立", "成立", "创建"),
    "receive": ("获", "入选", "评为", "认定", "授予", "创建", "争创", "命名", "列入", "申报", "通过"),
    "promote": ("品牌", "培育", "推广", "擦亮", "唱响", "做强", "打响", "宣传", "叫响", "商标"),
    "post": ("长", "书记", "主任", "记者", "副", "负责人", "总经理", "主席", "教授", "介绍", "表示"),
    "base": ("位于", "坐落", "落户", "落地", "总部", "地处", "在"),
}
CUE_SEARCHES = tuple((kind, re.compile("|".join(words)).search) for kind, words in CUES.items())
LISTED = frozenset("、和与及,，") | frozenset(MASKS.values())
SURE = (0.5, 0.7, 0.85, 0.95)  # limits within which a tagger's confidence is told apart
STEPS = (0, 1, 2, 3, 5, 8, 12, 20, 40)  # limits within which counts are told apart

Group = tuple[str, ...]


def step(count: int) -> str:
    """A count in steps that widen."""
    return next((str(limit) for limit in STEPS if count <= limit), "more")


def actor_signs(scene: Scene) -> list[tuple[str, ...]]:
    """The signs of each actor alone, whatever its role."""
    counts = {
        label: max(len(scene.actors[index].places) for index in indexes) for label, indexes in scene.by_label.items()
    }
    first = {
        label: min((scene.actors[i].places[0].mention for i in indexes if scene.actors[i].places), default=-1)
        for label, indexes in scene.by_label.items()
    }
    return [tuple(_alone(scene, index, counts, first)) for index in range(len(scene.actors))]


def _alone(scene: Scene, index: int, counts: dict[str, int], first: dict[str, int]) -> Iterator[str]:
    actor = scene.actors[index]
    yield from (f"tail={actor.name[-size:]}" for size in (1, 2, 3))
    yield f"head={actor.name[:2]}"
    yield f"name length={min(len(actor.name) // 2, 8)}"
    yield f"rivals={step(len(scene.by_label[actor.label]) - 1)}"
    yield f"times={step(len(actor.places))}"
    yield f"most={len(actor.places) == counts[actor.label]}"
    if actor.is_region_of_document:
        yield "is region"
    if actor.name == scene.document.metadata.publisher:
        yield "is publisher"
    surest = max((scene.mentions[place.mention].score for place in actor.places), default=1.0)
    if surest < 1:
        yield f"sure={sum(surest > limit for limit in SURE)}"
    if actor.places:
        order = actor.places[0].passage
        yield f"first={step(order)}"
        yield f"kind={scene.document.passages[order].kind}"
        yield f"first of label={actor.places[0].mention == first[actor.label]}"
        if all(place.nested for place in actor.places):
            yield "nested"


def tie_signs(scene: Scene, around: Reach, tie: Tie) -> Iterator[Group]:
    """The signs of two actors together, in groups: what lies beside one place is one group in all pairs."""
    yield _of_names(scene, tie)
    yield from _reached(scene, around, tie)
    if not tie.places:
        yield ("no places",)
        return
    one, other = tie.places[0]
    yield _apart(other.passage - one.passage)
    if one.passage != other.passage:
        yield _at("subject", scene, one)
        yield _at("object", scene, other)
        return
    for one, other in tie.places:
        order = "subject first" if one.start <= other.start else "object first"
        yield (order, *(f"{order}: {sign}" for sign in _together(scene, one, other)))


def _of_names(scene: Scene, tie: Tie) -> Group:
    subject, object_ = scene.actors[tie.subject], scene.actors[tie.object]
    labels, genre = f"{subject.label}>{object_.label}", scene.document.metadata.genre
    inside = subject.name in object_.name, object_.name in subject.name
    return _compared(labels, genre, subject.name[:2] == object_.name[:2], *inside)


@lru_cache(maxsize=1 << 10)
def _compared(labels: str, genre: str, same_head: bool, held: bool, holds: bool) -> Group:
    alike = (f"labels={labels}", f"genre={genre}", f"same head={same_head}")
    return (*alike, *(["object holds subject"] if held else ()), *(["subject holds object"] if holds else ()))


@lru_cache(maxsize=1 << 8)
def _apart(passages: int) -> Group:
    """How many passages the object stands behind the subject."""
    return (f"apart={step(abs(passages))}", *([f"object later={passages > 0}"] if passages else ()))


def _reached(scene: Scene, around: Reach, tie: Tie) -> Iterator[Group]:
    """Signs of a subject carried on to the object, and of a bracket that answers for it."""
    subject, object_ = scene.actors[tie.subject], scene.actors[tie.object]
    for place in object_.places:
        force = around.subject[place.passage]
        here = (place.passage, place.start)
        if force is not None and (force.passage, force.start) in subject.stands and (force.passage, force.start) < here:
            yield _in_force(place.passage - force.passage)
            yield _at("in force", scene, place, force.end if force.passage == place.passage else 0)
        bracket = around.bracket[place.passage]
        for own in subject.places_in(bracket) if bracket is not None else ():
            if (bracket, own.start) > here:
                yield _in_bracket(scene.masked[own.passage], own, own.passage - place.passage)


@lru_cache(maxsize=1 << 8)
def _in_force(passages: int) -> Group:
    return (f"in force for {step(passages)}",)


def _in_bracket(text: str, own: Place, passages: int) -> Group:
    """Signs of a subject in a bracket that many passages behind the object."""
    return (
        f"bracket {step(passages)}",
        f"bracket >{text[own.end : own.end + 2]}",
        f"bracket <{text[max(0, own.start - 2) : own.start]}",
        f"bracket lead={'牵头' in text}",
    )


def _at(role: str, scene: Scene, place: Place, start: int = 0) -> Group:
    """Signs of the words on either side of one place, back to `start`."""
    text = scene.masked[place.passage]
    return _beside(role, text[max(start, place.start - 16) : place.start], text[place.end : place.end + 16])


@lru_cache(maxsize=1 << 12)  # a place is one end of many pairs
def _beside(role: str, left: str, right: str) -> Group:
    ends = [sign for size in (1, 2, 3) for sign in (f"<{left[-size:]}", f">{right[:size]}")]
    return tuple(f"{role} {sign}" for sign in (*ends, *_cues("left", left), *_cues("right", right)))


def _together(scene: Scene, one: Place, other: Place) -> Iterator[str]:
    """Signs of two places in one passage."""
    text = scene.masked[one.passage]
    first, last = (one, other) if one.start <= other.start else (other, one)
    left, between, right = text[: first.start], text[first.end : last.start], text[last.end :]
    yield f"letters={step(len(between))}"
    yield f"subject listed={min(one.listed, 3)}"
    yield f"object listed={min(other.listed, 3)}"
    for label, mask in MASKS.items():
        if mask in between:
            yield f"between {label}={min(between.count(mask), 3)}"
    for role, place in (("subject", one), ("object", other)):
        mask = MASKS[scene.mentions[place.mention].label]
        yield f"{role} nearest={mask not in between}"
        yield f"{role} first={mask not in left}"
    if first.start == last.start:
        yield "one place"
    if "，" not in between:
        yield "one clause"
    if set(between) <= LISTED:
        yield "one list"
    yield f"colon={'：' in between} bracket={'（' in between}{'）' in between}"
    yield from (*_cues("left", left[-24:]), *_cues("between", between), *_cues("right", right[:20]))
    yield from _pieces(left, between, right)


@lru_cache(maxsize=1 << 12)
def _cues(side: str, text: str) -> Group:
    return tuple(f"{side} {kind}" for kind, search in CUE_SEARCHES if search(text))


def _pieces(left: str, between: str, right: str) -> Iterator[str]:
    for size in (1, 2, 3):
        yield f"<{left[-size:]}"
        yield f">{right[:size]}"
        yield f"[{between[:size]}"
        yield f"]{between[-size:]}"
    if len(between) <= BETWEEN:
        yield from (f"={between[at : at + 2]}" for at in range(len(between) - 1))
