//! 3:5 There is no function 'shwo'. [show]
step('Look') {
    shwo atlas.orgs
}
