"""What the store holds, compared: stories, reuse, claims, origins."""
