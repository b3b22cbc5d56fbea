//! 2:22 atlas.api.listGroups takes no body.
atlas.api.listGroups(body: [a: 1])
