"""How a link writes the larger parts of a scenario, and reads them back."""
