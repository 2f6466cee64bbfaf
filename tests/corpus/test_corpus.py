import json
import subprocess
import sys

from tests.corpus.hostile import corpus

FEWEST = 2000
MOST_MB = 1000


def test_every_hostile_file_is_shown_or_refused_in_a_sentence_within_a_gigabyte(tmp_path):
    run = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-m", "tests.corpus.run", str(tmp_path)], capture_output=True, text=True
    )
    current = tmp_path / "current"
    assert run.returncode == 0, (
        f"ended at {current.read_text() if current.exists() else 'start'}:\n{run.stderr[-3000:]}"
    )
    report = json.loads(run.stdout)
    print(f"\n{report['outcomes']}, peak {report['peak_mb']:.0f} MB, slowest {report['slowest']}")
    assert not report["faults"], "\n".join(report["faults"][:3])
    assert sum(report["outcomes"].values()) >= FEWEST
    assert report["peak_mb"] < MOST_MB
    assert min(report["outcomes"]["shown"], report["outcomes"]["refused"]) > 100, "the corpus no longer tests both"


def test_the_corpus_is_the_same_each_time():
    names = [name for name, _ in corpus()]
    assert len(set(names)) == len(names) >= FEWEST
    assert names == [name for name, _ in corpus()]
