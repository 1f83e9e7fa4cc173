"""From question to answer, one step a file."""
