"""Every stage of extraction in its order, over one parse a report."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.parse.pipeline import Parser
from accord.extraction.stages import PARSE, Fields, Stage, load_stages, reading_of, run_stages, to_parse
from accord.faults import fault
from accord.records import Problem, Reading, Report
from accord.settings import Settings
from accord.timings import Timings
from accord.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Extractor(Struct, frozen=True):
    """The loaded pipeline and stages; makes Readings of Reports."""

    parser: Parser
    stages: tuple[Stage, ...]

    @classmethod
    def load(cls, settings: Settings | None = None, vocabulary: Vocabulary | None = None) -> Extractor:
        """Load the pipeline that `settings` names, and every vocabulary (by default the one that they name).

        Raises:
            AccordError: the pipeline cannot be used, or a vocabulary file is broken.
        """
        settings = settings or Settings()
        vocabulary = vocabulary or settings.load_vocabulary()
        with vocabulary.explained():
            parser = Parser.load(settings.pipeline)
            return cls(parser, load_stages(parser, vocabulary))

    def extract(self, report: Report, timings: Timings | None = None) -> Reading:
        """Read one report; seconds a stage are added to `timings`."""
        fields: Fields = {"report": report}
        run_stages(self.stages, fields, timings)
        return reading_of(report, fields)

    def pipe(self, reports: Iterable[Report], timings: Timings | None = None) -> Iterator[Reading | Problem]:
        """Read many reports, in order; seconds a stage are added to `timings`.

        A report that makes a stage raise comes out as a Problem.
        """
        waiting: deque[Fields | Problem] = deque()
        at = next(index for index, stage in enumerate(self.stages) if stage.name == PARSE)
        before, parse, after = self.stages[:at], self.stages[at], self.stages[at + 1 :]

        def texts() -> Iterator[tuple[str, tuple[int, ...]]]:
            for report in reports:
                fields: Fields = {"report": report}
                try:
                    run_stages(before, fields, timings)
                except Exception as error:
                    waiting.append(_failed(report, error))
                    continue
                waiting.append(fields)
                yield to_parse(fields["cased"], fields["regions"])

        docs: Iterator[Doc] = self.parser.pipe(texts())
        for doc in docs if timings is None else timings.watch(PARSE, docs):
            while isinstance(next_ := waiting.popleft(), Problem):
                yield next_
            try:
                next_[parse.gives] = doc
                run_stages(after, next_, timings)
                yield reading_of(next_["report"], next_)
            except Exception as error:
                yield _failed(next_["report"], error)
        yield from (left for left in waiting if isinstance(left, Problem))


def _failed(report: Report, error: Exception) -> Problem:
    return fault(report.places[0] if report.places else report.id, "extraction", error)
