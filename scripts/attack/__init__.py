"""Attack servers of our own, and see whether they go on serving: ``make attack``.

Nothing but 127.0.0.1 is spoken to, and only servers that this program has started. Every attack
is bounded in count and time, and every server is stopped by its process id, whatever happens.
"""
