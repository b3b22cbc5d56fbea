package dev.ferry.names;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;

/** Things of one kind at one service. */
record Kind(ApiSide side, Thing thing) {}
