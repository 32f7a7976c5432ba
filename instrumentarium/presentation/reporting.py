"""Where a reader reports an error, or mends it: the host's form or mail address, and the repository's editor.

The host's address may say itself where what is reported goes, by ``{place}``, ``{language}``, ``{text}`` and
``{address}``. Where it does not, a form gets parameters of those names, and a mail its subject and body (RFC 6068).
A page is filled in here; a sentence, in the same way, by overrides/assets/js/report.js.
"""

import re
from urllib.parse import quote, urlsplit

_FIELDS = ("place", "language", "text", "address")
_FIELD = re.compile(r"\{(\w*)\}")
_PARAMETERS = "&".join(f"{name}={{{name}}}" for name in _FIELDS)
_BODY = "{place}%0D%0A{language}%0D%0A{address}%0D%0A%0D%0A{text}%0D%0A"


def fault(contact: str, /) -> str:
    """Return what is wrong with the host's address, and how to mend it; "" where nothing is, or there is none."""
    if contact and not (_is_mail(contact) or _is_form(contact)):
        return f"'{contact}' is neither a form nor a mail address; begin it with https:// or mailto:"
    for name in _FIELD.findall(contact):
        if name not in _FIELDS:
            known = ", ".join(f"{{{one}}}" for one in _FIELDS)
            return f"'{contact}' has {{{name}}}, which nothing fills; there are {known}"
    return ""


def template(contact: str, site: str, /) -> str:
    """Return the host's address with a ``{field}`` for all that is to be filled in; ``site`` is the site's name."""
    contact = contact.strip()
    if not contact or _FIELD.search(contact):
        return contact
    subject = quote(f"{site} – ", safe="")
    fields = f"subject={subject}{{place}}&body={_BODY}" if _is_mail(contact) else _PARAMETERS
    address, mark, fragment = contact.partition("#")
    return f"{address}{'&' if '?' in address else '?'}{fields}{mark}{fragment}"


def filled(template: str, /, **values: str) -> str:
    """Return a template with its fields filled in, percent-encoded."""
    return _FIELD.sub(lambda field: quote(values[field[1]], safe=""), template)


def opens_at_a_line(editor: str, /) -> bool:
    """Whether an editor goes to the line that a fragment names (``#L12``): that of GitHub or GitLab does."""
    parts = urlsplit(editor)
    return not {"github", "gitlab"}.isdisjoint((parts.hostname or "").split(".")) or "/-/" in parts.path


def _is_mail(contact: str) -> bool:
    return bool(re.match(r"mailto:[^\s@?]+@[^\s@?]+(\?\S*)?$", contact.strip(), re.IGNORECASE))


def _is_form(contact: str) -> bool:
    return bool(re.match(r"https?://[^\s/?#]\S*$", contact.strip(), re.IGNORECASE))
