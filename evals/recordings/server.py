"""What a server says about itself, where it says anything: the lists of OpenAI's API and llama.cpp's properties."""

import json
import os
from typing import Any, cast

from extract.endpoint import public_url

_PATIENCE = 5.0  # seconds: this is worth knowing, not worth waiting for
_ABOUT_MODEL = ("n_params", "size", "n_ctx_train", "n_vocab", "ftype")


def reported(base_url: str) -> dict[str, str | int | float]:
    """Model and server as GET {base_url}/models and GET /props tell them; empty where nobody answers.

    Only what is named here is kept, and of a path only its last part: a server also knows its owner's folders.
    """
    url = public_url(base_url).rstrip("/")
    models, props = _get(f"{url}/models"), _get(f"{url.removesuffix('/v1')}/props")
    listed = models.get("data")
    served = cast("list[Any]", listed) if isinstance(listed, list) else []
    first = (
        _as_object(served[0]) if len(served) == 1 else {}
    )  # of a server with many models this would be the wrong one
    about = _as_object(first.get("meta"))
    found = {
        "model": _last_part(first.get("id")),
        **{name: about.get(name) for name in _ABOUT_MODEL},
        "build": props.get("build_info"),
        "n_ctx": _as_object(props.get("default_generation_settings")).get("n_ctx"),
    }
    return {name: value for name, value in found.items() if isinstance(value, str | int | float)}


def _get(url: str) -> dict[str, Any]:
    import httpx2

    key = os.environ.get("OPENAI_API_KEY", "").strip()
    try:
        answer = httpx2.get(url, timeout=_PATIENCE, headers={"authorization": f"Bearer {key}"} if key else {})
        return _as_object(json.loads(answer.content)) if answer.status_code == 200 else {}
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError):
        return {}


def _as_object(value: Any) -> dict[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _last_part(value: Any) -> Any:
    return value.replace("\\", "/").rpartition("/")[2] if isinstance(value, str) else None
