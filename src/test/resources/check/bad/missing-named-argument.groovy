//! 2:16 atlas.projects.create needs the argument 'orgId'.
atlas.projects.create(name: 'shop')
