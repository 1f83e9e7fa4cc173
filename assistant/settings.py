"""What can be set, and where things are kept. Every setting is an environment variable `WEGWIJS_…`."""

from datetime import date
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Defaults serve a laptop without LLM, GPU or network."""

    model_config = SettingsConfigDict(env_prefix="WEGWIJS_", extra="ignore", hide_input_in_errors=True)

    home: Path = Field(default_factory=lambda: user_data_path("wegwijs", appauthor=False))
    embedder: str | None = Field(default=None, description="None = the choice of `wegwijs model use`, or builtin")
    llm: str = Field(default="none", description="none | ollama:model | http(s) URL | path of a GGUF file")
    llm_model: str = Field(default="", description="model name at an OpenAI-compatible URL")
    llm_key: str = Field(default="", repr=False)
    llm_seconds: float = Field(default=60.0, gt=0, description="how long one call to the language model may take")
    database: str = Field(default="", repr=False, description="where dossiers lie: a SQLAlchemy URL; empty = a file")
    today: date | None = Field(default=None, description="the day to reckon with; None = the real day")

    def day(self) -> date:
        """The day that every rule reckons with."""
        return self.today or date.today()
