//! 2:35 atlas.projects.list: 'itemsPerPage' takes a whole number, not a text.
atlas.projects.list(itemsPerPage: 'five')
