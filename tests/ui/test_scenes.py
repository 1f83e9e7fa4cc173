from ui.scenes import KEPT_SECONDS, MAX_TABS, Scenes


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_reload_finds_its_scene_and_another_tab_does_not() -> None:
    scenes = Scenes()
    scenes.bind("session-1", "tab-a")
    scenes.keep("session-1", "vraag", ("x",))
    scenes.bind("session-2", "tab-a")
    assert scenes.find("tab-a", "vraag") == ("x",)
    assert scenes.find("tab-b", "vraag") is None
    assert scenes.find("tab-a", "brief") is None


def test_after_ten_minutes_of_silence_it_is_gone() -> None:
    clock = Clock()
    scenes = Scenes(clock)
    scenes.bind("s", "t")
    scenes.keep("s", "vraag", 1)
    clock.now += KEPT_SECONDS
    scenes.keep("s", "brief", 2)
    assert scenes.find("t", "vraag") == 1
    clock.now += KEPT_SECONDS + 1
    assert scenes.find("t", "vraag") is None


def test_none_forgets() -> None:
    scenes = Scenes()
    scenes.bind("s", "t")
    scenes.keep("s", "vraag", 1)
    scenes.keep("s", "vraag", None)
    assert scenes.find("t", "vraag") is None


def test_a_session_without_a_tab_keeps_nothing() -> None:
    scenes = Scenes()
    scenes.keep("s", "vraag", 1)
    scenes.keep(None, "vraag", 1)
    assert scenes.find("", "vraag") is None


def test_memory_stays_small() -> None:
    scenes = Scenes()
    for n in range(MAX_TABS + 10):
        scenes.bind(f"s{n}", f"t{n}")
        scenes.keep(f"s{n}", "vraag", n)
    assert scenes.find("t0", "vraag") is None
    assert scenes.find(f"t{MAX_TABS + 9}", "vraag") == MAX_TABS + 9
