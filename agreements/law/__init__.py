"""Law packs: what the regulations say of each kind of cooperation, as data a jurist can read."""
