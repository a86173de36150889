"""The words of ``view=``: what the browser knows of them is in the one list."""

import re

from ecx.app.kit.frame import Frame
from ecx.link import address


def test_the_browser_reads_and_writes_the_word_of_the_list() -> None:
    told = str(Frame._esm)
    written = re.findall(rf"{address.VIEW}=(\w+)", told)
    read = re.findall(rf'getAll\("{address.VIEW}"\)\.includes\("(\w+)"\)', told)
    assert written
    assert read
    assert {*written, *read} == {address.PROJECTOR}
