"""The College: elections, electors, laws, House rules, scenarios, and their totals.

Plain Python: nothing here reads a file, draws, or knows a widget.
"""
