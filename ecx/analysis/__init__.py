"""What follows from an election that did not happen: counted for many of them at once."""
