"""Query parameters that several routes take; others are refused."""

from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from app.language import Language


class Plain(BaseModel):
    """What every route takes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lang: Annotated[
        Language | None, Field(description="Language of labels and messages; else Accept-Language decides. / 语言")
    ] = None


PlainQuery = Annotated[Plain, Query()]
