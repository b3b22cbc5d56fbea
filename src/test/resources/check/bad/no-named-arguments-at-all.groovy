//! 2:16 atlas.projects.create needs named arguments, as in name:, orgId: ….
atlas.projects.create()
