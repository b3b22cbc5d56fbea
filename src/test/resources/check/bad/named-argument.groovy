//! 2:21 atlas.projects.list takes no argument 'itemPerPage'. [itemsPerPage]
atlas.projects.list(itemPerPage: 5)
