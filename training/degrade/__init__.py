"""The 15 degradations of Robust-Seg, seeded, from milder to stronger than in the paper."""
