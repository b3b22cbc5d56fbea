//! 3:5 'x' is declared already; leave out the type to give it another value.
def x = 1
def x = 2
