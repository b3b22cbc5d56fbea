//! 2:95 Project has no 'nam'. [name]
atlas.projects.list().groupBy { it.orgId }.each { org, projects -> projects.each { println it.nam } }
