"""Half-written messages: prompts that people finish in their own words."""
