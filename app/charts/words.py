"""The words that drawings add of their own."""

from app.language import Language, pick
from app.queries.header import Text

WORDS = {
    "none": Text(zh="没有可画的数据", en="Nothing to draw"),
    "none_for": Text(
        zh="没有可画的数据，请更换或去掉参数：{params}", en="Nothing to draw; change or leave out: {params}"
    ),
    "cut": Text(zh="仅画出前 {shown} 项", en="Only the first {shown} are drawn"),
    "undated": Text(zh="另有 {count} 项没有日期", en="{count} more have no date"),
    "aimless": Text(zh="另有 {count} 项没有可比的目标值", en="{count} more have no target to compare with"),
    "rows": Text(zh="{title}。{count} 行数据。", en="{title}. {count} rows."),
    "met": Text(zh="达到", en="met"),
    "unmet": Text(zh="未达到", en="not met"),
    "no_result": Text(zh="尚无结果", en="no result yet"),
    "target": Text(zh="目标值", en="target"),
    "result": Text(zh="结果", en="result"),
    "of_target": Text(zh="以目标值为 100", en="target = 100"),
    "others": Text(zh="其他 {count} 项", en="{count} others"),
    "unknown": Text(zh="不详", en="unknown"),
}


def say(name: str, language: Language, **values: object) -> str:
    """Words in one language with values in them."""
    return pick(WORDS[name], language).format(**values)
