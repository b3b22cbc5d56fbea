//! 2:11 atlas.api has no operation 'lstOrgs'. [listOrgs]
atlas.api.lstOrgs()
