//! 2:1 step cannot be called with 1 argument: it takes (Map, String, Closure) or (String, Closure).
step('Name only')
