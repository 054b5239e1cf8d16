"""Settings of the API and the command, read from the environment once and passed in."""

from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from app.language import Language
from stores.settings import unusable


class AppSettings(BaseSettings):
    """Each from the environment variable `ZHITU_` and its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix="ZHITU_", frozen=True, extra="ignore", env_ignore_empty=True, use_attribute_docstrings=True
    )

    cors_origins: Annotated[tuple[str, ...], NoDecode] = ()
    """Origins whose pages may read the API, separated by commas; `*` for any."""
    lang: Language | None = None
    """Language of answers where the caller states none; without it zh for the API, the locale for the command."""
    page_rows: Annotated[int, Field(ge=1)] = 100
    """Rows of a page where the caller states no limit."""
    page_rows_max: Annotated[int, Field(ge=1)] = 10_000
    """Most rows that a caller may ask of one page."""
    retry_after: Annotated[int, Field(ge=1)] = 5
    """Seconds after which a caller is told to try again while the graph cannot be reached."""
    workers: Annotated[int, Field(ge=1)] = 1
    """Processes that answer requests."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """From which level on things are logged; debug alone shows messages that may quote what callers asked for."""
    log_form: Literal["auto", "json", "text"] = "auto"
    """json: an object a line; text: to be read by a person; auto: text at a terminal, else json."""

    @classmethod
    def from_environment(cls) -> Self:
        """Read them. Raises SettingsError naming the variable, its value and what it should be."""
        try:
            return cls()
        except ValidationError as error:
            raise unusable(error, variables()) from error

    @field_validator("cors_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(origin.strip().rstrip("/") for origin in value.split(",") if origin.strip())
        return value


def variables() -> dict[str, str]:
    """The environment variable of each setting, by the setting's name."""
    return {name: f"ZHITU_{name.upper()}" for name in AppSettings.model_fields}
