//! 2:15 String.substring cannot be called with (String): it takes (int) or (int, int).
println 'abc'.substring('b')
