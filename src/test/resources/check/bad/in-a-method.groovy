//! 3:41 Organization has no 'nmae'. [name]
def report() {
    atlas.orgs.list().each { println it.nmae }
}
report()
