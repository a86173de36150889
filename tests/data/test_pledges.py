"""Broken pledges of the record, cycle by cycle, as FairVote lists faithless electors to 2016."""

import ecx

BROKEN = {
    1796: 1,  # Samuel Miles of Pennsylvania
    1808: 6,  # New York, for Clinton
    1812: 3,  # vice president
    1820: 1,  # New Hampshire, against Monroe
    1828: 7,  # Georgia, vice president
    1832: 30,  # Pennsylvania, vice president
    1836: 23,  # Virginia, vice president
    1840: 1,  # Virginia, vice president
    1872: 63,  # Greeley had died
    1912: 8,  # Sherman had died
    1948: 1,
    1956: 1,
    1960: 1,
    1968: 1,
    1972: 1,
    1976: 1,
    1988: 1,
    2000: 1,
    2004: 1,
    2016: 10,  # three of them were cancelled
}


def test_the_record_has_the_broken_pledges_that_are_listed_and_no_others() -> None:
    ledgers = {cycle: ecx.ledger(ecx.scenario(cycle)) for cycle in ecx.cycles()}
    found = {cycle: len(lines.faithless) for cycle, lines in ledgers.items() if lines.faithless}
    assert found == BROKEN


def test_as_pledged_nobody_is_faithless_and_nobody_stays_away() -> None:
    for cycle in BROKEN:
        scenario = ecx.scenario(cycle).as_pledged()
        assert ecx.ledger(scenario).faithless == []
        assert ecx.tally(scenario).blank == 0


def test_every_ballot_of_the_record_has_a_source_and_a_visitors_has_none() -> None:
    for cycle in ecx.cycles():
        lines = ecx.ledger(ecx.scenario(cycle))
        assert all(line.source for line in lines if line.pledged), cycle
    edited = ecx.ledger(ecx.scenario(2016).cast("TX.1", president="kasich")).frame()
    assert edited.source["TX.1"] == ""
    assert "NARA" in edited.source["TX.38"]
