//! 2:11 atlas.api.createGroup needs a body; an empty one is body: [:].
atlas.api.createGroup()
