"""The kernel of a page without a server: messages in, answers out, and the same ids each time."""

from sites.fresh_python import result_of

SESSION = """
import json
from ecx.site.session import Session
from ecx.site.wire import WireMessage, understood, written
heard = []
session = Session(lambda whole: heard.append(understood(whole)), %r)
class Sent(bytes):
    def to_bytes(self):
        return bytes(self)
def say(kind, metadata=None, **content):
    header = {"msg_type": kind, "msg_id": kind}
    session.take(Sent(written(WireMessage("shell", header, {}, content, metadata or {}))))
"""
START = SESSION % '{"anywidget": "0.11.0", "psygnal": "0.16.1"}'
STATES = """
outputs = json.loads(session.open("explorer"))
assert heard == [], "nobody listens yet"
session.begin()
control = {"comm_id": "c", "target_name": "jupyter.widget.control"}
say("comm_open", {"version": "1.0.0"}, data={}, **control)
say("comm_msg", data={"method": "request_states"}, **control)
states = heard[-2].content["data"]["states"]
"""
IDS = START + STATES + "print(json.dumps([outputs, sorted(states)]))"


def test_a_page_has_the_same_models_each_time() -> None:
    outputs, ids = result_of(IDS)
    assert [outputs, ids] == result_of(IDS)
    [shown] = outputs
    view = shown["application/vnd.jupyter.widget-view+json"]
    assert view["model_id"] in ids


def test_a_message_is_answered_between_busy_and_idle() -> None:
    told = result_of(
        START
        + STATES
        + """
[frame] = [key for key, model in states.items() if "link" in model["state"]]
heard.clear()
content = {"query": "?cycle=2016"}
say("comm_msg", comm_id=frame, data={"method": "custom", "content": content})
print(json.dumps([
    [m.content.get("execution_state") for m in heard if "execution_state" in m.content],
    heard[0].content, heard[-1].content, {m.parent_header["msg_id"] for m in heard} == {"comm_msg"},
    [m.content["data"]["state"]["link"] for m in heard
     if "link" in m.content.get("data", {}).get("state", {})],
]))
"""
    )
    assert told == [
        ["busy", "idle"],
        {"execution_state": "busy"},
        {"execution_state": "idle"},
        True,
        ["?cycle=2016"],
    ]


def test_what_is_said_to_a_comm_that_is_gone_is_answered_all_the_same() -> None:
    kinds = result_of(
        START
        + """
session.begin()
for kind in ("comm_msg", "comm_close", "comm_info_request", "kernel_info_request"):
    say(kind, comm_id="gone", data={})
print(json.dumps([m.header["msg_type"] for m in heard if m.header["msg_type"] != "status"]))
"""
    )
    assert kinds == ["comm_info_reply", "kernel_info_reply"]


def test_what_goes_wrong_is_told_to_the_page() -> None:
    told = result_of(
        START
        + """
session.begin()
say("comm_open", comm_id="x", data={})
print(json.dumps([[m.header["msg_type"], m.content.get("ename")] for m in heard]))
"""
    )
    assert told == [["status", None], ["error", "KeyError"], ["status", None]]
