"""Which computers run a job together, as plain data. No Keras here.

>>> cluster_of("lab1:2222,lab2:2222", index=1)
Cluster(workers=('lab1:2222', 'lab2:2222'), index=1)
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.errors import UserError
from engine.text import mark

TF_CONFIG = "TF_CONFIG"
# Where Slurm and Kubernetes say which of several like processes this one is.
INDEX_VARIABLES = ("SLURM_PROCID", "JOB_COMPLETION_INDEX")
MOST_WORKERS = 256
_ADDRESS = re.compile(r"[^\s:,/@]+:([0-9]{1,5})|\[[0-9a-fA-F:.]+\]:([0-9]{1,5})")


class ClusterError(UserError):
    """Computers that are to work together are not named in a way that can be used."""


@dataclass(frozen=True)
class Cluster:
    """The addresses of all workers, the same list everywhere, and which of them this process is; 0 is the chief."""

    workers: tuple[str, ...]
    index: int

    def __post_init__(self) -> None:
        wrong = next((each for each in self.workers if not _is_address(each)), None)
        if wrong is not None:
            raise ClusterError(
                mark("“{address}” is no worker's address. Write a name and a port from 1 to 65535, such as lab1:2222."),
                address=wrong[:80],
            )
        if not 1 <= len(self.workers) <= MOST_WORKERS or len(set(self.workers)) < len(self.workers):
            raise ClusterError(
                mark("There are {count} workers' addresses. Name each worker once, from 1 to {most} of them."),
                count=len(self.workers), most=MOST_WORKERS,
            )  # fmt: skip
        if not 0 <= self.index < len(self.workers):
            raise ClusterError(
                mark("The worker's number is {index}, but there are {count} workers: their numbers are 0 to {last}."),
                index=self.index, count=len(self.workers), last=len(self.workers) - 1,
            )  # fmt: skip


def cluster_of(workers: str | None, *, index: int | None, environment: Mapping[str, str] = {}) -> Cluster | None:
    """The cluster that the command line names, or else `TF_CONFIG`; None where neither does.

    Without `index` the number is the one that Slurm or Kubernetes gave this process.
    """
    if not workers:
        if index is not None:
            raise ClusterError(mark("--index says which of the workers this is. Add --workers with their addresses."))
        return _from_tf_config(environment[TF_CONFIG]) if environment.get(TF_CONFIG, "").strip() else None
    if index is None:
        given = next((environment[name] for name in INDEX_VARIABLES if environment.get(name)), "")
        if not given.isdecimal():
            raise ClusterError(
                mark("It is not said which of the workers this is. Add --index with its place in the list, from 0.")
            )
        index = int(given)
    return Cluster(tuple(each.strip() for each in workers.split(",")), index)


def _from_tf_config(text: str) -> Cluster:
    """What `TF_CONFIG` says; a task of type chief comes before the workers."""
    try:
        data: Any = json.loads(text)
        named = data["cluster"]
        chiefs, workers = list(named.get("chief", ())), list(named.get("worker", ()))
        task = data["task"]
        kind, index = str(task["type"]), int(task["index"])
        if kind not in ("chief", "worker") or set(named) - {"chief", "worker"}:
            raise ValueError(kind)
        addresses = tuple(str(each) for each in (*chiefs, *workers))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ClusterError(
            mark("The environment variable TF_CONFIG cannot be understood. It needs a cluster with workers and a task "
                 "with type “worker” and an index; or take it away and use --workers and --index.")
        ) from None  # fmt: skip
    return Cluster(addresses, index if kind == "chief" else index + len(chiefs))


def _is_address(text: str) -> bool:
    found = _ADDRESS.fullmatch(text)
    return found is not None and 1 <= int(found[1] or found[2]) <= 65535
