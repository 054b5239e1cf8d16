"""Short forms that a document defines for itself: …（以下简称“…”）."""

import re
from collections.abc import Mapping, Sequence

from loaders.records import Mention

# "（以下简称“市局”）", "(简称:一汽)"; not "（以下简要说明）"
DEFINITION = re.compile(
    r"[”》]?\s*[（(](?:以下|下文|下称)?(?:统称|简称|称)?(?:为|[:：])?[“\"《]?(?P<short>[^（）()“”\"《》]{2,16}?)[”\"》]?[）)]"
)
SAYS_SO = re.compile(r"简称|统称|下称")


def defined_forms(text: str, mentions: Sequence[Mention]) -> Mapping[tuple[str, str], int]:
    """The mention that each defined short form stands for, by label and short form."""
    defined: dict[tuple[str, str], int] = {}
    for index, mention in enumerate(mentions):
        match = DEFINITION.match(text, mention.end)
        if match and SAYS_SO.search(match.group()):
            defined.setdefault((mention.label, match["short"]), index)
    return defined
