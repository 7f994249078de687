"""Asks a model one question through instructor, and gives every way that it may fail a name."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from extract.endpoint import Create, ModelSettings, address
from extract.engines.llm.replies import CONTRACT, Reply, parse, whole_items
from extract.errors import HasilaError, ModelFailure
from extract.usage import METER

Message = dict[str, str]


class Asker:
    """Asks about many articles at once. `create` is instructor's, over our transports."""

    def __init__(self, settings: ModelSettings, create: Create) -> None:
        self._create = create
        self._settings = settings

    async def ask(self, messages: Sequence[Message], contract: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
        """The reply's JSON object, and whether it was cut off (then its whole items are there).

        Raises ModelFailure when there is no usable reply, EndpointError when no article could get one.
        """
        from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException

        from extract.cache import FORGET

        meter = METER.get()
        if meter is not None:
            meter.requests += 1
        CONTRACT.set(contract)
        try:
            # No `context`: instructor would render the messages as templates, and an article may hold "{{".
            reply = await self._create(
                response_model=Reply, messages=list(messages), max_retries=0, **sampling(self._settings)
            )
        except IncompleteOutputException as error:
            self._spend(error.last_completion)
            try:
                return self._cut_off(error.last_completion), True
            except ModelFailure:
                FORGET.get()()
                raise
        except InstructorRetryException as error:
            for attempt in error.failed_attempts or ():
                self._spend(attempt.completion)
            FORGET.get()()
            raise _named(error) from None
        except Exception as error:
            raise _named(error) from None
        self._spend(reply._raw_response)
        return cast("Reply", reply).data, False

    @staticmethod
    def _spend(completion: Any) -> None:
        meter, usage = METER.get(), getattr(completion, "usage", None)
        if meter is not None and usage is not None:
            meter.prompt_tokens += usage.prompt_tokens or 0
            meter.completion_tokens += usage.completion_tokens or 0

    def _cut_off(self, completion: Any) -> dict[str, Any]:
        whole = whole_items(completion.choices[0].message.content or "")
        if whole is None:
            limit = self._settings.max_tokens
            raise ModelFailure("reply_truncated", f"the reply was cut off after {limit} tokens; raise --max-tokens")
        return parse(whole)


def sampling(settings: ModelSettings) -> dict[str, Any]:
    """The parts of a request's body that the settings decide."""
    openai = "//api.openai.com/" in address(settings)
    limit = "max_completion_tokens" if openai else "max_tokens"  # its newer name, which few other servers know
    body: dict[str, Any] = {"model": settings.model, "temperature": settings.temperature, limit: settings.max_tokens}
    return body if settings.seed is None else {**body, "seed": settings.seed}


def _named(error: BaseException) -> HasilaError:
    """Our own error at the bottom of what the SDK and instructor wrapped around it. Their texts may hold whole
    completions, so they are never shown.
    """
    inner: BaseException | None = error
    while inner is not None:
        if isinstance(inner, HasilaError):
            return inner
        inner = inner.__cause__ or inner.__context__
    return ModelFailure("reply_not_json", f"the model's reply could not be read ({type(error).__name__})")
