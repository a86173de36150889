"""What would have changed an election: exact answers, counted over many of them at once.

Plain Python, handed its data: nothing here reads a file, draws, or knows a widget.
"""
