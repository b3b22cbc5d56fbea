//! 3:46 atlas.liveMigrations.create needs 'source.groupId', an id of 24 hex digits.
def shop = atlas.projects['shop']
atlas.liveMigrations.create(shop.id, source: [clusterName: 'x'], destination: [groupId: shop.id, clusterName: 'c', hostnameSchemaType: 'PUBLIC'], migrationHosts: ['h'], dropDestinationData: false)
