//! 3:36 atlas.api.listGroups: 'itemsPerPage' takes a whole number, not a text.
//! 3:58 atlas.api.listGroups: 'includeCount' takes true or false, not a whole number.
atlas.api.listGroups(itemsPerPage: 'many', includeCount: 1)
