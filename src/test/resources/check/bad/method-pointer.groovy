//! 2:30 Clusters has no method 'delte'. [delete]
def remove = atlas.clusters.&delte
remove('5f0000000000000000000000', 'x')
