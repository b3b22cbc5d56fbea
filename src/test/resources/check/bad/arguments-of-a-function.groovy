//! 2:1 step cannot be called with 1 argument: it takes (String, Closure).
step('Name only')
