//! 2:1 'atlas' is Ferry's own name in every script; choose another one.
atlas = 5
