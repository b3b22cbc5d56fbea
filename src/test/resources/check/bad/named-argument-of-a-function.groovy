//! 2:16 await takes no argument 'timeuot'. [timeout]
await('ready', timeuot: '1h') { true }
