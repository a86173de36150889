"""Kernels are taken back when their page is gone, and only then."""

from channel import answers, ask, lives, open_channel, visit
from serving import PATIENCE, process_of
from websockets.exceptions import ConnectionClosed


def test_a_page_that_says_goodbye_gives_its_kernel_back_at_once(server: str) -> None:
    kernel = visit(server)
    process = process_of(kernel)
    with open_channel(server, kernel) as socket:
        assert lives(server, kernel)
        socket.close(1001)
    process.wait(15)


def test_a_kernel_another_page_still_shows_is_kept(server: str) -> None:
    kernel = visit(server)
    with open_channel(server, kernel, "two") as second:
        with open_channel(server, kernel, "one") as first:
            first.close(1001)
        assert answers(second, ask(second, "kernel_info_request"))
        assert lives(server, kernel)


def test_a_page_that_lost_its_network_finds_its_kernel_again(server: str) -> None:
    kernel = visit(server)
    with open_channel(server, kernel) as socket:
        socket.close(1000)
    with open_channel(server, kernel) as socket:
        assert answers(socket, ask(socket, "kernel_info_request"))


def test_a_page_that_never_came_to_life_loses_its_kernel_and_the_pool_lives_on(
    impatient_server: str,
) -> None:
    process = process_of(visit(impatient_server))
    pool = process.parent()
    assert pool is not None
    waiting = {*pool.children()} - {process}
    assert waiting
    process.wait(PATIENCE)
    assert waiting <= {*pool.children()}


def test_a_page_that_is_open_but_forgotten_is_told_that_it_sleeps(impatient_server: str) -> None:
    kernel = visit(impatient_server)
    with open_channel(impatient_server, kernel) as socket:
        try:
            while True:
                socket.recv(timeout=60)
        except ConnectionClosed:
            pass
    assert not lives(impatient_server, kernel)
