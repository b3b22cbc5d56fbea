//! 3:30 atlas.api.createGroup does not know 'nmae'. [name]
def org = atlas.orgs.list().first()
atlas.api.createGroup(body: [nmae: 'shop', orgId: org.id])
