"""security.txt: whom to tell of a weakness (RFC 9116)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from website.site import Site


def security_txt(site: Site) -> str:
    """RFC 9116. Without a contact, which only a local build may lack, it says so."""
    contacts = [f"Contact: mailto:{site.mailbox}"] if site.mailbox else []
    if site.repository:
        contacts.append(f"Contact: {site.repository}/security/advisories/new")
    lines = contacts or ["# The owner of this site has not set a contact yet."]
    expires = (site.today + timedelta(days=364)).isoformat()
    return "\n".join([*lines, f"Expires: {expires}T00:00:00.000Z", "Preferred-Languages: en", ""])
