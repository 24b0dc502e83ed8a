"""Where claims contradict each other: ranked and explained."""
