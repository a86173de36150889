"""Every attack there is, by what it is aimed at."""

from collections.abc import Callable
from typing import Final

from attack import addresses, comings, crowds, floods, frames, fuzz, homes, kernels, memory
from attack.findings import Findings
from attack.target import Grounds

Attack = Callable[[Grounds], Findings]

PLAN: Final[dict[str, tuple[Attack, ...]]] = {
    "frames": (
        frames.claims_of_many_parts,
        frames.noise,
        frames.older_binary_form,
        frames.older_text_form,
        frames.older_form_with_buffers,
        frames.odd_messages,
        frames.broken_frames,
        frames.bombs,
        frames.kinds_not_allowed,
        fuzz.a_hundred_thousand_frames,
    ),
    "comings": (
        comings.leaving_in_the_handshake,
        comings.coming_back_after_it,
        comings.failing_after_the_handshake,
        comings.quick_reloads,
        comings.pages_that_never_connect,
        comings.one_too_many,
        comings.aborted_requests,
    ),
    "crowds": (
        crowds.few_descriptors,
        crowds.soft_limit,
        crowds.idle_sockets,
        crowds.slow_requests,
        crowds.answers_nobody_reads,
        crowds.nothing_but_unread_answers,
    ),
    "floods": (
        floods.clicks,
        floods.repeated_messages,
        floods.messages_that_fail,
        floods.messages_that_are_dropped,
        floods.large_messages_that_are_dropped,
        floods.pings,
        floods.requests_in_a_row,
        floods.pages_in_a_row,
        floods.many_websockets,
    ),
    "memory": (
        memory.unread_answers,
        memory.large_messages,
        memory.many_comms,
        memory.large_bodies,
        memory.large_bodies_in_chunks,
        memory.long_queries,
    ),
    "addresses": (
        addresses.other_hosts,
        addresses.a_host_that_is_allowed,
        addresses.foreign_pages,
        addresses.other_origins,
        addresses.other_kernels,
        addresses.addresses_and_methods,
        addresses.queries,
        addresses.heads_and_headers,
        addresses.smuggled_requests,
    ),
    "kernels": (
        kernels.killed_in_the_pool,
        kernels.killed_with_all_their_kin,
        kernels.killed_under_a_visitor,
        kernels.hung_up,
        kernels.terminated,
        kernels.interrupted,
        kernels.started_again,
    ),
    "homes": (homes.unwritable_home, homes.settings_of_the_user),
}

PATIENT: Final = (
    comings.leaving_in_the_handshake,
    comings.coming_back_after_it,
    comings.failing_after_the_handshake,
    crowds.slow_requests,
)
"""Attacks that mostly wait, on servers of their own: they run beside the others."""
