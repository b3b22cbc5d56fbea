//! 4:52 Project has no 'nmae'. [name]
class Report {
    def atlas
    String name(dev.ferry.api.atlas.Project p) { p.nmae }
}
println new Report().name(null)
