//! 2:18 cm.orgs.projects: 'orgId' has to be an id of 24 hex digits.
cm.orgs.projects('5F0000000000000000000000')
