atlas.orgs
