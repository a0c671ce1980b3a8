"""Print the table of quality figures: ``python -m benchmarks [--raise-floors]``.

``--raise-floors`` writes benchmarks/floors.json where a figure earns a higher floor. A floor is never lowered by
this program.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from benchmarks import gold
from benchmarks.figures import BENCHMARKS, FLOORS, below, floors, measure, raised


def main(arguments: list[str]) -> int:
    """Measure everything; exit 1 where a figure is under its floor."""
    if set(arguments) - {"--raise-floors"}:
        print(__doc__, file=sys.stderr)
        return 2
    table = Table("benchmark", "figure", "measured", "floor", "known elsewhere", "CPU s")
    least, failed = floors(), 0
    for benchmark in BENCHMARKS:
        started = time.process_time()
        figures = measure(benchmark)
        if figures is None:
            table.add_row(benchmark.name, "", f"no {gold.folder() / benchmark.file}; set CLAIMTRAIL_DATA", "", "", "")
            continue
        cpu = f"{time.process_time() - started:.0f}"
        own = least.get(benchmark.name, {})
        failed += len(list(below(figures, own)))
        for row, (name, value) in enumerate(figures.items()):
            floor = f"{own[name].least:.3f}" if name in own else ""
            first = row == 0
            table.add_row(
                benchmark.name if first else "",
                name,
                f"{value:.3f}",
                floor,
                benchmark.peers if first else "",
                cpu if first else "",
            )
        least[benchmark.name] = raised(benchmark, figures, own)
    Console(width=None if sys.stdout.isatty() else 160).print(table)
    if "--raise-floors" in arguments:
        values = {name: {figure: asdict(floor) for figure, floor in own.items()} for name, own in least.items()}
        FLOORS.write_text(json.dumps(values, indent=2) + "\n", encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
