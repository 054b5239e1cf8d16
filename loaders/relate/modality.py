"""How far a passage is from being done: done, required, planned or encouraged."""

import re

from loaders.records import Modality

# 各地要加强监管, 必须, 应当建立; not 主要, 需要 as a noun, 相应
REQUIRED = re.compile(
    r"(?<![主重需只紧首摘概纪])要(?![求素闻点领件])|必须|应当|(?<![适相对供响反效回])应(?=[当按依建加及在将对将])|不得|严禁|务必|(?<![无只])须"
)
# 鼓励企业, 支持, 引导; not 在…支持下, 得到支持
ENCOURAGED = re.compile(
    r"(?:^|[，、,（])(?:积极|大力|进一步|继续|重点|优先|充分)?(?:鼓励|支持|引导|倡导|提倡)(?!下|和|与)|鼓励"
)


def modality_of(text: str, done: float) -> Modality:
    """The modality of a passage that states an action; `done` is the probability that it is done already."""
    if done >= 0.5:
        return "done"
    if ENCOURAGED.search(text):
        return "encouraged"
    return "required" if REQUIRED.search(text) else "planned"
