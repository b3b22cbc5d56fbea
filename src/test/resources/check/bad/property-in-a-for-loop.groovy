//! 3:15 Project has no 'orgld'. [orgId]
for (p in atlas.projects.list()) {
    println p.orgld
}
