//! 2:4 CloudManager has no 'orgz'. [orgs]
cm.orgz.list()
