"""The whole way in the real worker: rings, frames, maps, long work that still answers pings, a kill in the middle."""

from __future__ import annotations

import numpy as np

from engine.child.messages import Failed, Ping, Pong, Progress, Ready, Stopped
from engine.child.ring import FrameRing
from engine.network import requests as ask
from engine.network.process import network_worker
from tests.engine.child.recorder import Recorder


def test_a_network_is_opened_watched_questioned_and_opened_again_after_a_kill() -> None:
    child = network_worker()
    heard = Recorder(child)
    rings = {name: FrameRing.create(slot_bytes=400_000) for name in ("frames", "maps", "pictures")}
    connect = ask.Connect(**{name: ring.address for name, ring in rings.items()})
    opening = ask.OpenModel(model=ask.GalleryModel("cnn-example"))
    child.start()
    child.send(connect)
    opened = heard.answer_to(child.send(opening))
    assert isinstance(opened, ask.Opened), opened
    layer = next(fact.path for fact in opened.layers if fact.kind == "Conv2D")
    show = ask.ShowLayers(layers=(layer,))
    child.send(show)
    rings["frames"].write(np.full((40, 60, 3), 90, np.uint8), number=1, captured_at=0.0)
    maps = heard.answer_to(child.send(ask.Frame()))
    assert isinstance(maps, ask.Maps), maps
    assert rings["maps"].sequence == 1

    long = child.send(ask.Occlusion(patch=1, step=1))
    heard.wait_for(lambda word: isinstance(word, Progress) and word.job == long)
    assert isinstance(heard.answer_to(child.send(Ping())), Pong)
    assert not [word for word in heard.words if isinstance(word, ask.Heat)], "the ping did not wait for the heat"
    rings["frames"].write(np.full((40, 60, 3), 200, np.uint8), number=2, captured_at=0.0)
    live = heard.answer_to(child.send(ask.Frame()))
    assert isinstance(live, ask.Maps)
    assert live.number == 2
    assert not [word for word in heard.words if isinstance(word, ask.Heat)], "the maps did not wait for the heat"
    first = child.send(ask.AskRaw(layer=layer))
    second = child.send(ask.AskRaw(layer=layer), supersedes=first)
    child.stop_job(long)
    assert isinstance(heard.answer_to(long), Stopped)
    assert isinstance(heard.answer_to(second), ask.Raw)
    assert not [word for word in heard.words if isinstance(word, ask.Raw) and word.job == first]

    about = child.send(ask.Occlusion(patch=8, step=8))
    heard.wait_for(lambda word: isinstance(word, Progress) and word.job == about)
    rings["frames"].write(np.full((40, 60, 3), 30, np.uint8), number=3, captured_at=0.0)
    child.send(ask.Frame())
    heat = heard.answer_to(about)
    assert isinstance(heat, ask.Heat)
    assert heat.number == 2, "the picture that was asked about, whatever came meanwhile"

    child.kill()
    heard.wait_for(Ready)
    assert isinstance(heard.answer_to(child.send(ask.Frame())), Failed), "nothing is open in the new process"
    for request in (connect, opening, show):
        last = child.send(request)
    assert not isinstance(heard.answer_to(last), Failed)
    rings["frames"].write(np.full((40, 60, 3), 90, np.uint8), number=4, captured_at=0.0)
    again = heard.answer_to(child.send(ask.Frame(is_again=True)))
    assert isinstance(again, ask.Maps)
    np.testing.assert_allclose(again.scores, maps.scores, rtol=1e-5)
    child.close()
    for ring in rings.values():
        ring.close()
