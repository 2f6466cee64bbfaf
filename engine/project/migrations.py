"""What changed from one version of a session's JSON to the next.

The session file of a window and the session in a project are the same document, and a project has the version of its
session. Recipes, networks and jobs in it carry versions of their own; a session that holds a newer one is of a newer
version itself, so that a program which cannot read all of it says so instead of losing a part.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.errors import UserError
from engine.migrations import Step, migrated, newest, version_in
from engine.network.training.job_migrations import JOB_STEPS
from engine.text import mark

SESSION_FORMAT = "kernelscope-session"


def _job_of_version_2(session: dict[str, Any]) -> dict[str, Any]:
    """Version 2: the job in the Train workspace is of version 2."""
    workspace = session.get("workspace")
    train = workspace.get("train") if isinstance(workspace, dict) else None
    job = train.get("job") if isinstance(train, dict) else None
    if not isinstance(workspace, dict) or not isinstance(train, dict) or not isinstance(job, dict):
        return session
    if job.get("version") != 1:
        return session
    job = {**JOB_STEPS[1](job), "version": 2}
    return {**session, "workspace": {**workspace, "train": {**train, "job": job}}}


SESSION_STEPS: Mapping[int, Step] = {1: _job_of_version_2}
SESSION_VERSION = newest(SESSION_STEPS)


def migrated_session(data: Any) -> dict[str, Any]:
    """A session's JSON in its newest version.

    Raises:
        UserError: for what is no session, or one of a newer version.
    """
    version = version_in(data) if isinstance(data, dict) else None
    if not isinstance(data, dict) or data.get("format") != SESSION_FORMAT or version is None:
        raise UserError(mark("The saved session is damaged and cannot be restored. Begin anew."))
    if version > SESSION_VERSION:
        raise UserError(
            mark("The session was saved by a newer Kernelscope (file version {found}, this program reads {known}). "
                 "Update the program to open it."),
            found=version, known=SESSION_VERSION,
        )  # fmt: skip
    return migrated(data, SESSION_STEPS)
