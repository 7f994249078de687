"""Is one run better than another, by how much, and could that be chance?

The first run is the baseline. One metric is tested over all articles, with Holm's correction over the candidates;
slices by language are exploratory and uncorrected, because whoever looks at many slices always finds one.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

from evals.errors import UnmeasuredError
from evals.intervals import score_interval
from evals.numbers import bounds, p_value, signed, signed_digits
from evals.runs import Measured, Run
from evals.stats import Difference, difference, holm
from evals.summary import ALL, article_counts, languages

METRICS = ("figures-lenient", "figures-strict", "events-lenient", "events-strict")
_ALPHA = 0.05


@dataclass(frozen=True, slots=True)
class Comparison:
    """A candidate against the baseline in micro-F1, on all articles or on those of one language.

    `p_adjusted` is Holm's over the candidates, None for an exploratory slice. Whatever is undefined is None.
    """

    metric: str
    baseline: str
    candidate: str
    lang: str
    articles: int
    baseline_f1: float | None
    candidate_f1: float | None
    difference: float | None
    low: float | None
    high: float | None
    bootstrap_low: float | None
    bootstrap_high: float | None
    p: float | None
    p_adjusted: float | None
    detectable: float | None
    exploratory: bool
    verdict: str


@dataclass(frozen=True, slots=True)
class System:
    """One of the runs by itself, on the articles compared: its micro-F1, what it cost, and what it was refused.

    Tokens are None for a run that asked no model. `tokens_per_figure` is all tokens for each figure rightly found, at
    the metric's level. `rejected` counts what was proposed or seen and did not become a record, `reasons` why.
    """

    name: str
    articles: int
    failed: int
    f1: float | None
    low: float | None
    high: float | None
    prompt_tokens: int | None
    completion_tokens: int | None
    tokens_per_figure: float | None
    rejected: int
    reasons: dict[str, int]


@dataclass(frozen=True, slots=True)
class Report:
    """All comparisons of one call, the systems compared, and what the reader must know about their articles."""

    comparisons: list[Comparison]
    systems: list[System]
    notes: list[str]


def compare(runs: Sequence[Run], metric: str = METRICS[0], split: str = ALL) -> Report:
    """Compare each later run with the first, on the articles that all of them share.

    Raises UnmeasuredError when they share none, or were scored by different matchers.
    """
    rules = {
        f"matcher {made.matcher}, tolerance {made.tolerance:g}" for run in runs for made in [run.manifest.signature]
    }
    if len(rules) > 1:
        raise UnmeasuredError(
            f"the runs were scored by different rules ({'; '.join(sorted(rules))}): `evals run` again"
        )
    articles, notes = _shared(runs, split)
    baseline, candidates = runs[0], runs[1:]
    tested = [_differences(baseline, candidate, metric, articles) for candidate in candidates]
    adjusted = _adjusted([differences[ALL].p for differences in tested])
    comparisons = [
        _comparison(metric, (baseline, candidate), (lang, found), p if lang == ALL else None, len(candidates))
        for candidate, differences, p in zip(candidates, tested, adjusted, strict=True)
        for lang, found in differences.items()
    ]
    return Report(comparisons, [_system(run, metric, articles) for run in runs], notes)


def _shared(runs: Sequence[Run], split: str) -> tuple[list[Measured], list[str]]:
    """The articles with the same text and labels in all runs, in the baseline's order."""
    digests = [{(article.id, article.digest) for article in run.manifest.articles} for run in runs]
    common = digests[0].intersection(*digests[1:])
    chosen = [a for a in runs[0].manifest.articles if (a.id, a.digest) in common and split in (ALL, a.split)]
    if not chosen:
        where = "" if split == ALL else f" of {split}"
        raise UnmeasuredError(f"the runs share no article{where} with the same labels; score both on the same gold")
    notes: list[str] = []
    most = max(len({name for name, _ in digest}) for digest in digests)
    if any(digest != digests[0] for digest in digests):
        golds = " and ".join(sorted({f"{r.manifest.signature.split} {r.manifest.signature.gold}" for r in runs}))
        notes.append(f"the runs differ in gold or split ({golds}): compared on the {len(chosen)} of {most} they share")
    for run in runs:
        failed = [a.id for a in run.manifest.articles if a.failed and (a.id, a.digest) in common]
        if failed:
            share = f"{len(failed)} of {len(chosen)} articles"
            notes.append(f"{run.name}: {share} failed and count as all missed ({', '.join(failed[:3])})")
    return chosen, notes


def _system(run: Run, metric: str, articles: Sequence[Measured]) -> System:
    objects, level = metric.split("-")
    wanted = {article.id for article in articles}
    measured = [article for article in run.manifest.articles if article.id in wanted]
    scored = score_interval(article_counts(run, objects, level, articles))
    reasons = Counter[str]()
    for article in measured:
        reasons.update(article.rejected)
    spent = [article.usage for article in measured if article.usage is not None]
    prompt, completion = (sum(u.prompt_tokens for u in spent), sum(u.completion_tokens for u in spent))
    figures = sum(tp for tp, _, _ in article_counts(run, "figures", level, articles))
    return System(
        name=run.name,
        articles=len(measured),
        failed=sum(article.failed is not None for article in measured),
        f1=_defined(scored.estimate),
        low=scored.low,
        high=scored.high,
        prompt_tokens=prompt if spent else None,
        completion_tokens=completion if spent else None,
        tokens_per_figure=(prompt + completion) / figures if spent and figures else None,
        rejected=reasons.total(),
        reasons=dict(reasons.most_common()),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """A difference with the two scores it is between."""

    baseline: float
    candidate: float
    test: Difference

    @property
    def p(self) -> float | None:
        return self.test.p


def _differences(baseline: Run, candidate: Run, metric: str, articles: Sequence[Measured]) -> dict[str, _Found]:
    """By language, "all" first."""
    objects, level = metric.split("-")
    found: dict[str, _Found] = {}
    for lang in sorted(languages(articles), key=lambda lang: (lang != ALL, lang)):
        members = [article for article in articles if lang in (ALL, article.lang)]
        a, b = (article_counts(run, objects, level, members) for run in (baseline, candidate))
        found[lang] = _Found(score_interval(a).estimate, score_interval(b).estimate, difference(a, b))
    return found


def _adjusted(p_values: Sequence[float | None]) -> list[float | None]:
    defined = iter(holm([p for p in p_values if p is not None]))
    return [None if p is None else next(defined) for p in p_values]


def _comparison(
    metric: str, runs: tuple[Run, Run], slice_: tuple[str, _Found], adjusted: float | None, candidates: int
) -> Comparison:
    (baseline, candidate), (lang, found) = runs, slice_
    test = found.test
    return Comparison(
        metric=metric,
        baseline=baseline.name,
        candidate=candidate.name,
        lang=lang,
        articles=test.articles,
        baseline_f1=_defined(found.baseline),
        candidate_f1=_defined(found.candidate),
        difference=_defined(test.delta.estimate),
        low=test.delta.low,
        high=test.delta.high,
        bootstrap_low=test.bootstrap.low,
        bootstrap_high=test.bootstrap.high,
        p=test.p,
        p_adjusted=adjusted,
        detectable=test.detectable,
        exploratory=lang != ALL,
        verdict=verdict(candidate.name, test, adjusted, candidates),
    )


def _defined(value: float) -> float | None:
    return None if isnan(value) else value


def verdict(candidate: str, test: Difference, adjusted: float | None = None, candidates: int = 1) -> str:
    """The comparison in words. `adjusted` is the p that decides where there are several `candidates`."""
    n, delta = test.articles, test.delta
    if test.p is None:
        reason = "one article or none" if n < 2 else "nothing labelled or predicted"
        return f"undefined: {reason} cannot show a difference"
    p = test.p if adjusted is None else adjusted
    digits = signed_digits(delta.estimate)
    size = signed(delta.estimate, digits)
    if delta.low is not None and delta.high is not None:
        size += f" {bounds(delta.low, delta.high, digits)}"
    correction = f" (Holm, {candidates} candidates)" if adjusted is not None and candidates > 1 else ""
    if p < _ALPHA:
        return f"{candidate} is {'better' if delta.estimate > 0 else 'worse'}: {size}, {p_value(p)}{correction}"
    if test.detectable is None:
        return f"no difference can be shown: {size}, and every article scores alike"
    limit = f"below {test.detectable:.{digits}f} could not be seen"
    return f"no difference can be shown with {n} articles: {size}, {p_value(p)}{correction}; {limit}"
