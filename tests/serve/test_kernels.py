"""Kernels are taken back when their page is gone, and only then."""

from websockets.exceptions import ConnectionClosed

from serve.channel import answers, ask, lives, open_channel, pass_a_night, visit
from serving import PATIENCE, kernels_of, process_of, server_of


def test_a_page_that_says_goodbye_gives_its_kernel_back_at_once(server: str) -> None:
    kernel = visit(server)
    process = process_of(kernel)
    with open_channel(server, kernel) as socket:
        assert lives(server, kernel)
        socket.close(1001)
    process.wait(PATIENCE)


def test_a_kernel_another_page_still_shows_is_kept(server: str) -> None:
    kernel = visit(server)
    with open_channel(server, kernel, "two") as second:
        answers(second, ask(second, "kernel_info_request"))
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
    server_with_a_night: str,
) -> None:
    kernel = visit(server_with_a_night)
    process = process_of(kernel)
    waiting = {*kernels_of(server_of(process))} - {process}
    assert waiting
    pass_a_night(kernel)
    process.wait(PATIENCE)
    assert process_of(visit(server_with_a_night)) in waiting


def test_a_page_that_does_not_come_back_loses_its_kernel(server_with_a_night: str) -> None:
    kernel = visit(server_with_a_night)
    process = process_of(kernel)
    with open_channel(server_with_a_night, kernel) as socket:
        answers(socket, ask(socket, "kernel_info_request"))
        socket.close(1000)
    pass_a_night(kernel)
    process.wait(PATIENCE)


def test_a_page_that_is_open_but_forgotten_is_told_that_it_sleeps(server_with_a_night: str) -> None:
    kernel = visit(server_with_a_night)
    with open_channel(server_with_a_night, kernel) as socket:
        answers(socket, ask(socket, "kernel_info_request"))
        pass_a_night(kernel)
        try:
            while True:
                socket.recv(timeout=PATIENCE)
        except ConnectionClosed:
            pass
    assert not lives(server_with_a_night, kernel)
