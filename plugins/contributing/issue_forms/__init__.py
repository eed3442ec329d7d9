"""Forms on GitHub: made from the questions, read as answers, turned into files."""
