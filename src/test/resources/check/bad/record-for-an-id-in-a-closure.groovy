//! 2:53 atlas.orgs.projects takes a text as 'orgId', not an Organization. [org.id]
atlas.orgs.list().each { org -> atlas.orgs.projects(org).each { println it.name } }
