"""The title of the post that a person holds."""

import re

from loaders.relate.scene import MASKS, Place, Scene

NAMES = "".join(MASKS.values())
LONGEST = 24  # characters of a title
# What a title ends with: "党组书记、局长", "全媒体记者"; not "介绍", "出席"
TITLE = (
    rf"[^，。；：:（）()\s{NAMES}]{{0,{LONGEST}}}?"
    r"(?:记者|通讯员|编辑|责编|作者|校对|审核|实习生|主播|书记|[局厅处科所院部会校市省县区州镇乡村社台行秘组队站馆司庭班党]长|厂长|主任|主席|主委|委员|成员"
    r"|董事|经理|总监|总裁|负责人|人员|专家|教授|研究员|工程师|调研员|巡视员|代表|顾问|理事|秘书|院士|博士|律师|法官|干部|老师|店长|创始人|会计|员)"
)
# The words right before a person: "局长" in "市局局长A"
BEFORE = re.compile(rf"(?P<title>{TITLE})[:：\s]*$")
# The words right behind: "市长" in "A市长在会上"
BEHIND = re.compile(
    r"(?P<title>(?:副)?(?:书记|[局厅处科所院部市省县区州镇]长|主任|主席|教授|研究员|院士|总经理|董事长))"
)
# In a byline: "记者" in "（甲 记者 乙 丙"; the nearest one names the post of all that follow
BYLINE = re.compile(r"(?P<title>[\u4e00-\u9fff]{0,4}(?:记者|通讯员|实习生|编辑|作者|责编|校对))")
DATELINE = re.compile(r"^.*[讯电报]\s*[（(]?")  # "某地讯（" before "记者"


def post_title(scene: Scene, person: Place) -> str | None:
    """The title that stands beside a person's name, or None."""
    text = scene.masked[person.passage]
    before = BEFORE.search(text[max(0, person.start - LONGEST - 4) : person.start])
    if before:
        return DATELINE.sub("", before["title"]) or None
    behind = BEHIND.match(text, person.end)
    if behind:
        return behind["title"]
    bylines = list(BYLINE.finditer(text, max(0, person.start - 40), person.start))
    return bylines[-1]["title"] if bylines else None
