//! 3:14 ')' is not expected here.
def f() {
    println 1)
}
