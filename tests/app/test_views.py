"""The words of ``view=``: what the browser knows of them is in the one list."""

import re

from ecx.app.kit.frame import Frame
from ecx.link import address


def test_the_browser_reads_and_writes_the_word_of_the_list() -> None:
    told = str(Frame._esm)
    written = re.findall(rf"{address.VIEW}=(\w+)", told)
    read = re.findall(r'views\.includes\("(\w+)"\)', told)
    assert f'views = new URLSearchParams(location.search).getAll("{address.VIEW}")' in told
    assert written
    assert read
    assert {*written, *read} == {address.PROJECTOR}
