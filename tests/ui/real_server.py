"""The real server with the real desk on a fixed day, as a process of its own: `python -m tests.ui.real_server PORT`."""

import sys
from datetime import date

from assistant.build import build_wegwijs
from assistant.settings import Settings
from ui.server import serve

TODAY = date(2026, 11, 25)

if __name__ == "__main__":
    wegwijs = build_wegwijs(Settings(today=TODAY))
    serve(wegwijs, port=int(sys.argv[1]), open_browser=False, today=lambda: TODAY)
