"""Pictures: functions from values to figures, and the one palette they share."""
