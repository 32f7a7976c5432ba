"""That nothing leaves the site is watched in every test of these; here, that the watch sees what would."""

from playwright.sync_api import BrowserContext

from tests.browser.conftest import LEFT


def test_what_is_asked_of_another_host_is_noted(context: BrowserContext, address: str) -> None:
    """By a script, a picture, a style sheet or a link that is fetched beforehand."""
    page = context.new_page()
    page.goto(address)
    page.evaluate("""async () => {
        document.body.insertAdjacentHTML("beforeend", `
            <img src="http://picture.invalid/"><div style="background: url(http://style.invalid/)">x</div>
            <link rel="stylesheet" href="http://sheet.invalid/">`);
        navigator.sendBeacon("http://beacon.invalid/", "x");
        await fetch("http://fetch.invalid/").catch(() => {});
    }""")
    page.wait_for_timeout(200)
    assert {one.removeprefix("http://").partition(".")[0] for one in LEFT} == {
        *("picture", "style", "sheet", "beacon", "fetch")
    }
    LEFT.clear()
