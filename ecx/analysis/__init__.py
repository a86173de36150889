"""Analyses of what would have changed an election, with exact answers.

Plain Python, handed its data: nothing here reads a file, draws, or knows a widget.
"""
