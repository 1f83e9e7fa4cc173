"""The official pages on the web: fetched when somebody asks, compared with what they said before.

`visit` goes along the pages; `robots` says what may be read, `fetch` reads one page, `store` keeps what it said.
"""

from ingest.pages.store import PageRecord, Status, read_records
from ingest.pages.visit import Visit, visit_pages

__all__ = ["PageRecord", "Status", "Visit", "read_records", "visit_pages"]
