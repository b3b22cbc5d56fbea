//! 3:20 Clusters has no method 'lists'. [list]
atlas.projects.list().each { p ->
    atlas.clusters.lists(p.id).each { println it.name }
}
