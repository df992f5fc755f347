"""Photos with objects: read, built, augmented and prompted."""
