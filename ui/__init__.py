"""The screen and the command line. Frameworks of the screen are imported by `ui.app` and `ui.server` only."""
