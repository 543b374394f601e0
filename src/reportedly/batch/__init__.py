"""Many articles in, shards of their readings out: on the cores of this machine, or on a cluster."""
