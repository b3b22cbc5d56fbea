//! 4:22 Organizations has no method 'lst'. [list]
//! 5:32 Project has no 'nmae'. [name]
//! 6:1 There is no function 'tabel'. [table]
def org = atlas.orgs.lst()
println atlas.projects['shop'].nmae
tabel org
