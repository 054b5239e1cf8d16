import pytest

from loaders.records import Passage
from loaders.relate.quantities.lists import readings, shared_comparator
from loaders.relate.quantities.places import Place
from loaders.relate.quantities.scan import find_numbers


def places_of(text: str) -> list[Place]:
    passage = Passage(0, 0, len(text), 0, len(text), "body", (), text)
    numbers = find_numbers(text)
    return [
        Place(number, passage, tuple(numbers[:index][::-1]), tuple(numbers[index + 1 :]))
        for index, number in enumerate(numbers)
    ]


def seen(text: str, place: Place) -> list[str]:
    """What is left to name the number by, for each reading."""
    return [
        "".join(
            char
            for at, char in enumerate(text[: place.number.start])
            if not any(start <= at < end for start, end in hidden)
        )
        for hidden in readings(text, place)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("苹果、茶叶产量分别达到5吨和6吨", ["苹果产量分别达到", "茶叶产量分别达到5吨和"]),
        ("登记率和办结率分别为98%、99%", ["登记率分别为", "办结率分别为98%、"]),
        ("新增苹果园3家、茶园4家，分别增长5%和6%", ["新增苹果园3家，分别增长", "新增茶园4家，分别增长5%和"]),
    ],
)
def test_each_number_of_a_list_has_its_own_name(text: str, names: list[str]) -> None:
    answered = places_of(text)[-2:]
    assert [seen(text, place)[0] for place in answered] == names


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("登记率和办结率100%", 2),
        ("苹果产量、茶叶产量均超过5吨", 2),
        ("建成果园、茶园各2个", 2),
        ("苹果产量5吨", 1),
        ("人均用水和人均用电5吨", 1),
        ("抽检调味品、饮料、糕点、饼干、罐头各1批次", 1),
        ("", 0),
    ],
)
def test_a_shared_number_is_read_once_for_each_name(text: str, count: int) -> None:
    places = places_of(text)
    assert sum(len(readings(text, place)) for place in places) == count


def test_the_last_of_a_list_bounds_all_its_numbers() -> None:
    text = "苹果、梨产量分别达到5吨和6吨以上"
    assert [shared_comparator(text, place) for place in places_of(text)] == [">=", ">="]
