from massage_trainer.services import resources


def test_a_checkout_has_its_data_beside_the_package():
    assert (resources.assets_dir() / "fonts").is_dir()
    assert resources.protocols_dir().is_dir()


def test_an_installed_package_has_its_data_inside(tmp_path, monkeypatch):
    (tmp_path / "_data").mkdir()
    monkeypatch.setattr(resources, "_INSTALLED", tmp_path / "_data")
    assert resources.assets_dir() == tmp_path / "_data" / "assets"
    assert resources.protocols_dir() == tmp_path / "_data" / "protocols"
