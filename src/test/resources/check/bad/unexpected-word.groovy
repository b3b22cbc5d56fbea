//! 2:9 '=' is not expected here.
def x = = 1
