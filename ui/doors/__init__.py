"""The doors of the screen: each draws its own part and wires its own events."""
