"""The project itself: its settings, its day, and small tools that every storey may use."""
