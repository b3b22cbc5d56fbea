//! 2:1 pick cannot be called with (String, Integer, null): it takes (String, Collection, String).
pick('--org', 5, null)
