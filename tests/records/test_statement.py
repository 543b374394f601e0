from __future__ import annotations

import pickle

from reportedly.records import Chain, Link, Reading


def test_a_chain_runs_from_the_outlet_to_the_speaker() -> None:
    outlet, paper, officials, speaker = (Link(actor=f"a{number}") for number in range(1, 5))
    chain = Chain((outlet, paper, officials, speaker))
    assert chain.outlet is outlet
    assert chain.relays == (outlet, paper, officials)
    assert chain.speaker is speaker


def test_an_outlet_that_speaks_for_itself_has_no_relay() -> None:
    chain = Chain((Link(actor="a1"),))
    assert chain.relays == ()
    assert chain.speaker is chain.outlet


def test_a_reading_survives_the_way_between_processes(reading: Reading) -> None:
    again = pickle.loads(pickle.dumps(reading))
    assert again == reading
    assert again.statements[0].chain.speaker == reading.statements[0].chain.speaker
