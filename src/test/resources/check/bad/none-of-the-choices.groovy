//! 3:36 atlas.alerts.list: 'status' cannot be 'OPENED'; it is one of OPEN, TRACKING, CLOSED. [OPEN]
def shop = atlas.projects['shop']
atlas.alerts.list(shop.id, status: 'OPENED')
