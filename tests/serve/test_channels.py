"""What a page may say to its kernel."""

import pytest
from websockets.exceptions import InvalidStatus

from serve.channel import answers, ask, open_channel, visit


@pytest.fixture(scope="module")
def kernel(server: str) -> str:
    return visit(server)


def test_a_page_can_talk_to_its_kernel_compressed(server: str, kernel: str) -> None:
    with open_channel(server, kernel) as socket:
        extensions = socket.response.headers["Sec-WebSocket-Extensions"] if socket.response else ""
        kinds = {
            message["msg_type"] for message in answers(socket, ask(socket, "kernel_info_request"))
        }
    assert "permessage-deflate" in extensions
    assert "kernel_info_reply" in kinds


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("execute_request", {"code": "print(6 * 7)", "silent": False}),
        ("complete_request", {"code": "o", "cursor_pos": 1}),
        ("inspect_request", {"code": "ecx", "cursor_pos": 1}),
        ("history_request", {"hist_access_type": "tail", "n": 9}),
        ("debug_request", {"command": "initialize"}),
    ],
)
def test_a_page_cannot_make_its_kernel_run_or_reveal_anything(
    server: str, kernel: str, kind: str, content: dict[str, object]
) -> None:
    with open_channel(server, kernel) as socket:
        refused = ask(socket, kind, **content)
        received = answers(socket, ask(socket, "kernel_info_request"))
    assert refused not in {message["parent_header"].get("msg_id") for message in received}
    assert "execute_input" not in {message["msg_type"] for message in received}


def test_another_site_cannot_talk_to_a_kernel(server: str, kernel: str) -> None:
    with (
        pytest.raises(InvalidStatus, match="403"),
        open_channel(server, kernel, origin="http://elsewhere.example"),
    ):
        pass


def test_a_kernel_that_is_not_there_cannot_be_talked_to(server: str) -> None:
    with pytest.raises(InvalidStatus, match="404"), open_channel(server, "1-2-3-4-5"):
        pass
