"""A picture of the board: it stands alone, as large as asked, and says what the board shows."""

import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from board.board_page import BoardPage, ShowBoard, mark, small_content

SVG = "{http://www.w3.org/2000/svg}"
ASK = """async size => {
  const request = {
    ...size, title: "A made-up election", headline: "Alder <&> Birch are level.",
    source: "Electoral College explorer", goal: "{number} to win",
    link: `https://example.org/explorer?cast=${"x".repeat(3000)}`,
  };
  const asked = new CustomEvent("ecx-picture", { detail: { request } });
  document.querySelector(".ecx-board").dispatchEvent(asked);
  return new XMLSerializer().serializeToString(asked.detail.answer);
}"""
PIXEL = """async ([text, x, y]) => {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const paper = canvas.getContext("2d");
  paper.drawImage(image, 0, 0);
  return [...paper.getImageData(x, y, 1, 1).data.slice(0, 3)];
}"""
SLIDE = {"width": 1920, "height": 1080}
SQUARE = {"width": 1080, "height": 1080}
ALDER, BIRCH, PAPER = [0x1F, 0x5F, 0xBF], [0xB3, 0x26, 0x1E], [255, 255, 255]


class Picture:
    """A picture that a board drew."""

    def __init__(self, board: BoardPage, size: dict[str, int]) -> None:
        self._page = board.page
        self.text: str = board.page.evaluate(ASK, size)
        self.root = ET.fromstring(self.text)  # noqa: S314 - our own picture
        placed = re.search(r"translate\((\S+) (\S+)\) scale\((\S+)\) translate", self.text)
        assert placed
        self._left, self._top, self._scale = map(float, placed.groups())

    @property
    def words(self) -> list[str]:
        return ["".join(text.itertext()) for text in self.root.iter(f"{SVG}text")]

    def at(self, x: float, y: float) -> list[int]:
        """Tell the color at a place of the map, in map units."""
        place = [int(self._left + x * self._scale), int(self._top + y * self._scale)]
        pixel: list[int] = self._page.evaluate(PIXEL, [self.text, *place])
        return pixel


@pytest.mark.parametrize("size", [SLIDE, SQUARE])
def test_a_picture_says_what_the_board_shows(board: BoardPage, size: dict[str, int]) -> None:
    picture = Picture(board, size)
    assert [picture.root.get("width"), picture.root.get("height")] == [
        f"{size['width']}",
        f"{size['height']}",
    ]
    assert {"A made-up election", "Electoral College explorer", "16 to win"} <= {*picture.words}
    assert "Drawn by hand." in picture.words
    assert "Alder <&> Birch are level." in " ".join(picture.words)
    close = {word.replace(" ", "") for word in picture.words}
    assert {"NW", "10A", "NE", "5B", "TI1A", "Zed", "ZZ11A"} <= close
    for name, total in (("Alder", "15"), ("Birch", "11"), ("Undecided", "4")):
        assert picture.words[picture.words.index(name) + 1] == total
    assert picture.words[-1].startswith("https://example.org/explorer?cast=xx")
    assert picture.words[-1].endswith("…")


def test_a_picture_has_the_colors_of_the_map(board: BoardPage) -> None:
    picture = Picture(board, SLIDE)
    assert picture.at(110, 110) == ALDER
    assert picture.at(310, 110) == BIRCH
    assert picture.at(500, 50) == PAPER
    assert picture.at(703, 200) == ALDER  # the box of a unit that is too small


def test_a_picture_stands_alone(board: BoardPage) -> None:
    before = board.page.locator("main").evaluate("main => main.innerHTML")
    picture = Picture(board, SLIDE)
    assert board.page.locator("main").evaluate("main => main.innerHTML") == before
    for element in picture.root.iter():
        assert not {*element.attrib} & {"style", "role", "tabindex", "data-unit"} or (
            element is picture.root
        )
        assert "--ecx" not in "".join(element.attrib.values())


def test_a_picture_is_the_same_in_a_small_window(show_board: ShowBoard) -> None:
    large = Picture(show_board(), SLIDE)
    small = Picture(show_board(viewport={"width": 390, "height": 700}), SLIDE)
    assert small.words == large.words
    assert small.at(703, 200) == ALDER


def test_a_picture_shows_patterns_signs_and_changes(show_board: ShowBoard) -> None:
    content = small_content()
    content["patterns"] = True
    changed: dict[str, Any] = {"changed": True, "sign": "×1", "edge": "birch"}
    content["marks"] = {**content["marks"], "TI": mark("alder", 1, **changed)}
    picture = Picture(show_board(content), SLIDE)
    assert "×1" in picture.words
    used = {*re.findall(r'url\((?:"|&quot;)#([\w-]+)', picture.text)}
    made = {element.get("id") for element in picture.root.iter() if element.get("id")}
    assert used
    assert used <= made
    assert picture.root.findall(f".//{SVG}pattern/{SVG}path")
