"""Assets: style sheets and scripts as they are served."""
