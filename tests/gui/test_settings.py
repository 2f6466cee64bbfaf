from PySide6.QtCore import QByteArray

from gui.settings import MOST_RECENT, Settings


def test_settings_outlive_the_program(tmp_path):
    first = Settings(tmp_path)
    first.theme = "light"
    first.add_recent("/a.png")
    first.save_layout("kernels", QByteArray(b"\x01\x02"))
    del first
    second = Settings(tmp_path)
    assert second.theme == "light"
    assert second.recent == ["/a.png"]
    assert second.layout("kernels") == QByteArray(b"\x01\x02")


def test_a_safe_start_has_defaults_and_leaves_the_file_alone(tmp_path):
    first = Settings(tmp_path)
    first.theme = "light"
    first.save_layout("kernels", QByteArray(b"\x01"))
    del first
    safe = Settings(tmp_path, is_safe=True)
    assert safe.theme == "system"
    assert safe.layout("kernels") is None
    safe.theme = "dark"
    safe.save_layout("kernels", None)
    assert safe.theme == "dark"
    del safe
    assert Settings(tmp_path).theme == "light"


def test_recent_entries_are_few_and_unique(tmp_path):
    settings = Settings(tmp_path)
    for number in range(30):
        settings.add_recent(str(number % 15))
    assert len(settings.recent) == MOST_RECENT
    assert len(set(settings.recent)) == MOST_RECENT
    assert settings.recent[0] == "14"
    settings.forget_recent()
    assert settings.recent == []


def test_a_damaged_file_gives_defaults(tmp_path):
    (tmp_path / "settings.ini").write_text("[General]\ntheme=pink\nrecent={broken\n[layout]\nkernels=12\n")
    settings = Settings(tmp_path)
    assert settings.theme == "system"
    assert settings.recent == []
    assert settings.layout("kernels") is None


def test_recent_networks_are_a_list_of_their_own(tmp_path):
    settings = Settings(tmp_path)
    settings.add_recent("/a.png")
    for name in ("/a.keras", "/b.h5", "/a.keras"):
        settings.add_recent_network(name)
    assert settings.recent_networks == ["/a.keras", "/b.h5"]
    settings.forget_recent_networks()
    assert (settings.recent_networks, settings.recent) == ([], ["/a.png"])
