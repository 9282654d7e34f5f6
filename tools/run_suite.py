#!/usr/bin/env python3
"""Runs one group of tests, counts what passed and failed, and keeps the count.

  run_suite.py NAME -- COMMAND ...     runs it, writes build/results/NAME.json and NAME.log; exit code 1 when anything failed
  run_suite.py NAME --shards N -- ...  the same for GoogleTest in N processes side by side, each with its part of the tests
  run_suite.py --sum                   one line per group, then the closing line 'N passed, N failed'
  run_suite.py --clear                 forgets earlier results

Understood: GoogleTest, node's test runner, and the plain line 'N passed, N failed[, N skipped]'. A command that says nothing
countable is itself one test. A suite that exits well but ran no test has failed.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import threading
import time

RESULTS = pathlib.Path(__file__).resolve().parent.parent / "build" / "results"
LIMIT_SECONDS = 2400  # a suite that hangs; the slowest takes a quarter of it on two cores


def count(text):
    """(passed, failed, skipped) or None when the text holds no count."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    found = False
    totals = [0, 0, 0]
    for passed, failed, skipped in re.findall(r"^(?:\S+: )?(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$", text, re.M):
        found = True
        totals = [a + int(b or 0) for a, b in zip(totals, (passed, failed, skipped))]
    if found:
        return totals
    for i, word in enumerate(("PASSED", "FAILED", "SKIPPED")):
        for number in re.findall(rf"^\[  {word} +\] (\d+) tests?[.,]", text, re.M):
            found = True
            totals[i] += int(number)
    for i, word in enumerate(("pass", "fail", "skipped")):
        for number in re.findall(rf"^(?:#|ℹ) {word} (\d+)$", text, re.M):
            found = True
            totals[i] += int(number)
    return totals if found else None


class Process:
    """A running command; its output is shown as it comes and kept."""

    def __init__(self, command, environment=None):
        self.lines = []
        self.code = 127
        try:
            self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                            errors="replace", env=environment)
        except OSError as error:
            self.lines.append(f"{error}\n")
            print(error)
            self.process = None
            return
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            sys.stdout.write(line)
            sys.stdout.flush()
            self.lines.append(line)

    def wait(self, seconds):
        """True when it had to be stopped: a suite that hangs must not hang everything after it."""
        if self.process is None:
            return False
        stopped = False
        try:
            self.process.wait(timeout=max(seconds, 0))
        except subprocess.TimeoutExpired:
            self.process.kill()
            stopped = True
        self.reader.join()
        self.code = self.process.wait()
        return stopped


def start(command, shards):
    if shards == 1:
        return [Process(command)]
    return [Process(command, {**os.environ, "GTEST_TOTAL_SHARDS": str(shards), "GTEST_SHARD_INDEX": str(i)}) for i in range(shards)]


def run(name, command, shards=1):
    RESULTS.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    print(f"--- {name}", flush=True)
    processes = start(command, shards)
    for process in processes:
        if process.wait(LIMIT_SECONDS - (time.monotonic() - started)):
            print(f"{name} was stopped after {LIMIT_SECONDS} s")
    code = max(abs(process.code) for process in processes)
    text = "".join(line for process in processes for line in process.lines)
    (RESULTS / f"{name}.log").write_text(text, encoding="utf-8")
    totals = count(text)
    if totals is None:
        totals = [1, 0, 0] if code == 0 else [0, 1, 0]
    passed, failed, skipped = totals
    if code != 0 and failed == 0:
        failed = 1
    if code == 0 and passed == 0 and failed == 0:
        print(f"{name} ran no test")
        failed = 1
    result = {"name": name, "passed": passed, "failed": failed, "skipped": skipped, "seconds": round(time.monotonic() - started, 1)}
    (RESULTS / f"{name}.json").write_text(json.dumps(result), encoding="utf-8")
    return 1 if failed or code else 0


def total():
    results = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(RESULTS.glob("*.json"), key=lambda p: p.stat().st_mtime)]
    for r in results:
        print(f"{r['name']:<28} {r['passed']:>6} ok {r['failed']:>4} failed {r['skipped']:>4} skipped {r['seconds']:>7.1f} s")
    passed, failed, skipped = (sum(r[k] for r in results) for k in ("passed", "failed", "skipped"))
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


def main():
    if sys.argv[1:] == ["--sum"]:
        return total()
    if sys.argv[1:] == ["--clear"]:
        for file in RESULTS.glob("*.*"):
            file.unlink()
        return 0
    if "--" not in sys.argv or sys.argv[-1] == "--":
        sys.exit(__doc__)
    at = sys.argv.index("--")
    command = sys.argv[at + 1:]
    if at == 2:
        return run(sys.argv[1], command)
    if at == 4 and sys.argv[2] == "--shards" and sys.argv[3].isdigit() and int(sys.argv[3]) > 0:
        return run(sys.argv[1], command, int(sys.argv[3]))
    sys.exit(__doc__)


if __name__ == "__main__":
    sys.exit(main())
