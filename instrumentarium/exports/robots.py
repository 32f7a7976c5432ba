"""robots.txt (RFC 9309): what programs may read."""

from instrumentarium.exports.file_view import FileView


def robots_txt(view: FileView, /) -> bytes:
    """Return that everything may be read, and where the site map is once the site's address is known."""
    site_map = f"\nSitemap: {view.address('sitemap.xml')}\n" if view.is_published else ""
    return f"User-agent: *\nAllow: /\n{site_map}".encode()
