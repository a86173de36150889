"""Homes that cannot be written, and settings of the user that are not ours to run."""

import tempfile
from pathlib import Path
from typing import Final

from attack.findings import Findings
from attack.target import Grounds, NotServedError, Target
from attack.wire import Channel

NOWHERE: Final = "/dev/null/nowhere"
"""A folder that not even root can make."""

VARIABLES: Final = (
    "HOME",
    "IPYTHONDIR",
    "JUPYTER_CONFIG_DIR",
    "JUPYTER_DATA_DIR",
    "JUPYTER_RUNTIME_DIR",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_RUNTIME_DIR",
    "XDG_STATE_HOME",
)

_MARK: Final = 'open({place!r}, "a").write({name!r} + "\\n")\n'


def unwritable_home(grounds: Grounds) -> Findings:
    """Start the server where home and all folders of the user cannot be written."""
    findings = Findings()
    everything = dict.fromkeys(VARIABLES, NOWHERE)
    for name, pool, variables in (("home", "0", {"HOME": NOWHERE}), ("all", "1", everything)):
        try:
            with grounds.fresh("--pool", pool, variables=variables) as target:
                _see_page(findings, target, name)
        except NotServedError as error:
            findings.see(f"{name}: {error}", held=False)
    return findings


def settings_of_the_user(grounds: Grounds) -> Findings:
    """Give the user settings of IPython, Jupyter and Voilà that run code of their own."""
    findings = Findings()
    with tempfile.TemporaryDirectory() as folder:
        home, place = Path(folder), str(Path(folder, "ran"))
        for name in (
            ".ipython/profile_default/startup/x.py",
            ".ipython/profile_default/ipython_config.py",
            ".ipython/profile_default/ipython_kernel_config.py",
            ".ipython/extensions/storemagic.py",
            ".jupyter/jupyter_config.py",
            ".jupyter/jupyter_server_config.py",
            ".jupyter/voila_config.py",
            ".jupyter/jupyter_notebook_config.py",
        ):
            path = home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_MARK.format(place=place, name=name), encoding="utf-8")
        wrong = '{"VoilaConfiguration": {"template": "nowhere", "strip_sources": false}}'
        (home / ".jupyter" / "voila.json").write_text(wrong, encoding="utf-8")
        with grounds.fresh("--pool", "1", variables={"HOME": folder}) as target:
            _see_page(findings, target, "page")
        ran = sorted(set(Path(place).read_text().split())) if Path(place).exists() else []
        findings.see(f"ran: {', '.join(ran) or 'none'}", held=not ran)
    return findings


def _see_page(findings: Findings, target: Target, name: str) -> None:
    channel = Channel(target, target.visit())
    opens = channel.kernel_answers()
    channel.leave()
    findings.see(f"{name}: {'opens' if opens else 'dead'}", held=opens)
