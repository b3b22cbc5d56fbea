//! 2:1 There is no function 'tabel'. [table]
tabel atlas.orgs
