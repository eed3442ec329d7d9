"""A headless Chromium on the built site, served from this machine alone."""

from __future__ import annotations

import os
import shutil

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.built import served
from tests.sample import TODAY

# Other tests and checks run side by side with these.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium_path():
    """Where a Chromium is found, or None."""
    named = os.environ.get("CHROMIUM", "")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)


def pytest_collection_modifyitems(config, items):
    """Without a browser these tests are left out on one's own machine, and fail in CI."""
    if chromium_path() or os.environ.get("CI"):
        return
    ours = [item for item in items if "/browser/" in item.path.as_posix()]
    if ours:
        config.hook.pytest_deselected(items=ours)
        items[:] = [item for item in items if item not in ours]


@pytest.fixture(scope="session")
def origin(site):
    """The address of the built site while the tests run."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    path = chromium_path()
    assert path, "no Chromium was found: install one, or name it in CHROMIUM"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser, origin):
    """Opens a page on the day of its build; says at the end what went wrong in it."""
    contexts = []
    trouble = []

    def open_page(address, *, width=1280, height=900, scheme="light", javascript=True, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",  # or axe sees colours half way from light to dark
            java_script_enabled=javascript,
            bypass_csp=False,
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
        page.on("console", lambda said: trouble.append(f"{address}: {said.text}"))
        page.on("pageerror", lambda error: trouble.append(f"{address}: {error}"))
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((origin, "data:"))
                else trouble.append(f"{address} asked for {request.url}")
            ),
        )
        page.goto(origin + address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert trouble == []
