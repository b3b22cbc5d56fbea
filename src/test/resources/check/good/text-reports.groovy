def rows = []
atlas.orgs.list().each { org ->
    atlas.orgs.projects(org.id).each { project ->
        def row = [org: org.name, project: project.name]
        row.clusters = project.clusterCount
        row.note = row.clusters ? 'used' : 'empty'
        rows << row
    }
}
rows.sort { it.project }
rows.each { r -> printf('%-20s %-20s %s%n', r.org, r.project.toUpperCase(), r.note.capitalize()) }
def width = rows*.project*.length().max()
println '-' * width
println rows.groupBy { it.org }.collect { k, v -> "$k: ${v.size()}" }.join('\n')
show rows
table rows.findAll { it.clusters }
