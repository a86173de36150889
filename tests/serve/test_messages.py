"""What a page sends is read strictly: what no page of ours sends is refused, whatever it is."""

import json
import struct
from importlib.resources import files

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ecx.serve.messages import ALLOWED, AT_MOST, BINARY, RefusedFrameError, read_frame
from serve import channel as channel_of_page

HEADER = {"msg_id": "page-1", "msg_type": "comm_msg", "session": "page", "version": "5.3"}
CONTENT = {"comm_id": "map", "data": {"method": "custom"}}


def written(
    channel: str = "shell",
    header: object = HEADER,
    content: object = CONTENT,
    buffers: tuple[bytes, ...] = (),
) -> bytes:
    return channel_of_page.written(channel, header, content, buffers)


def told(header: object = HEADER, **parts: object) -> str:
    """Write a message as text."""
    whole = {"channel": "shell", "header": header, "parent_header": {}, "metadata": {}}
    return json.dumps(whole | {"content": CONTENT, "buffers": []} | parts)


def code_of(frame: bytes | str, *, binary: bool) -> int:
    with pytest.raises(RefusedFrameError) as refused:
        read_frame(frame, binary=binary)
    # A websocket's closing frame has room for no more.
    assert 0 < len(str(refused.value).encode()) <= 123
    return refused.value.code


def outcome(frame: bytes | str, *, binary: bool) -> int:
    """Give the size of a message, or 0 for what is refused with one of the codes for that."""
    try:
        return read_frame(frame, binary=binary).size
    except RefusedFrameError as refused:
        return 0 if refused.code in {1003, 1007} else -1


def test_a_message_is_read_in_both_forms() -> None:
    for message in (
        read_frame(written(buffers=(b"\0\xff", b"")), binary=True),
        read_frame(told(), binary=False),
    ):
        assert (message.id, message.type) == ("page-1", "comm_msg")
        assert message.allowed
        assert not message.opens


@pytest.mark.parametrize(
    ("channel", "kind", "content"),
    [
        ("shell", "execute_request", {"code": "1"}),
        ("shell", "shutdown_request", {"restart": False}),
        ("shell", "input_reply", {"value": ""}),
        ("control", "comm_msg", CONTENT),
        ("stdin", "comm_msg", CONTENT),
        ("iopub", "comm_msg", CONTENT),
        ("shell", "comm_open", {"target_name": "jupyter.widget"}),
        ("shell", "comm_open", {}),
    ],
)
def test_messages_that_pages_do_not_send_are_not_passed_on(
    channel: str, kind: str, content: dict[str, object]
) -> None:
    header = HEADER | {"msg_type": kind}
    assert not read_frame(written(channel, header, content), binary=True).allowed
    assert not read_frame(told(header, channel=channel, content=content), binary=False).allowed


def test_messages_that_pages_send_are_passed_on() -> None:
    control = {"target_name": "jupyter.widget.control"}
    for kind in ALLOWED:
        assert read_frame(written(header=HEADER | {"msg_type": kind}, content=control), binary=True)
    assert read_frame(told(HEADER | {"msg_type": "comm_open"}, content=control), binary=False).opens


def overlapping() -> bytes:
    """Write a message whose last buffer begins within its content: all parts can be read."""
    frame = written(buffers=(b"12345678", b""))
    begins = int.from_bytes(frame[48:56], "little")
    return frame[:56] + (begins - 1).to_bytes(8, "little") + frame[64:]


WRONG = {
    "nothing": (b"", 1007),
    "parts that overlap": (overlapping(), 1007),
    "a number of parts beyond all memory": ((2**62).to_bytes(8, "little"), 1007),
    "no parts": (bytes(8), 1007),
    "parts that are not there": ((6).to_bytes(8, "little"), 1007),
    "too many parts": (written(buffers=(b"",) * 60), 1007),
    "a part that ends before it starts": (
        written()[:16] + (2**63).to_bytes(8, "little") + written()[24:],
        1007,
    ),
    "more than the parts": (written() + b"!", 1007),
    "less than the parts": (written()[:-1], 1007),
    "a channel that is no text": (
        written(channel="shell").replace(b"shell", b"\xff\xfe\xfd\xfc\xfb"),
        1007,
    ),
    "a header that is a list": (written(header=[1]), 1007),
    "a header without a type": (written(header={"msg_id": "1"}), 1007),
    "a header whose id is a number": (written(header=HEADER | {"msg_id": 1}), 1007),
    "content that is no JSON": (written().replace(b'{"comm_id"', b'{"comm_id '), 1007),
    "a number of more digits than Python reads": (
        written(content={"text": "9" * 5_000})
        .replace(b'{"text": "', b"[[[[[[[[[9")
        .replace(b'9"}', b"9]}"),
        1007,
    ),
    "too much": (written(buffers=(bytes(AT_MOST),)), 1009),
}


@pytest.mark.parametrize("case", WRONG)
def test_bytes_that_are_no_message_are_refused(case: str) -> None:
    frame, code = WRONG[case]
    assert code_of(frame, binary=True) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{",
        "[" * 100_000,
        '{"a":' * 100_000,
        "9" * 5_000,
        told(header=None),
        told(channel=None),
        told(buffers=["AAAA"]),
        told(content=[]),
        told().replace('"shell"', "5"),
    ],
    ids=range(12),
)
def test_text_that_is_no_message_is_refused(text: str) -> None:
    assert code_of(text, binary=False) == 1007


def test_text_and_bytes_are_not_taken_for_each_other() -> None:
    assert code_of(told(), binary=True) == 1003
    assert code_of(written(), binary=False) == 1003
    # The older form of bytes: a count of two thousand million parts.
    assert code_of(struct.pack("!i", 2**31 - 1), binary=False) == 1003


@given(st.binary(max_size=200))
@example(struct.pack("<8Q", 6, 64, 64, 64, 64, 64, 64, 64))
def test_any_bytes_are_refused_or_read(frame: bytes) -> None:
    assert outcome(frame, binary=True) in {0, len(frame)}


@given(
    st.integers(0, 103),
    st.binary(min_size=1, max_size=8),
)
def test_a_message_with_other_numbers_in_it_is_refused_or_read(place: int, other: bytes) -> None:
    frame = bytearray(written(buffers=(b"12345678",)))
    frame[place : place + len(other)] = other
    assert outcome(bytes(frame), binary=True) in {0, len(frame)}


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_any_json_is_refused_or_read(value: object) -> None:
    assert outcome(json.dumps(value), binary=False) >= 0
    assert outcome(written(header=value), binary=True) >= 0


def test_the_form_has_the_name_that_pages_ask_for() -> None:
    wire = (
        files("ecx").joinpath("serve", "template", "static", "wire.js").read_text(encoding="utf-8")
    )
    assert f'PROTOCOL = "{BINARY}"' in wire
