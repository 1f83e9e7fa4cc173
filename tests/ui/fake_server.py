"""The real server with the fake desk, as a process of its own: `python -m tests.ui.fake_server PORT`."""

import sys

from tests.ui.fake_desk import TODAY, FakeDesk
from ui.server import serve

if __name__ == "__main__":
    serve(FakeDesk(delay=1.0), port=int(sys.argv[1]), open_browser=False, today=lambda: TODAY)
