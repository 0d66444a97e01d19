"""What an address on the web looks like."""

from __future__ import annotations

ADDRESS = (
    r"<?(?P<url>(?:https?://|www\.)[^\s<>“”\"]*[^\s<>“”\".,;:)\]]"
    r"|doi: ?10\.\d{4,}/[^\s<>]*[^\s<>.,;)\]])>?"
)
