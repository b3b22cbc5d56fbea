//! 2:10 cm.links.create needs the argument 'linkToken'.
cm.links.create([:], cm.orgs['Acme-OnPrem'].id)
