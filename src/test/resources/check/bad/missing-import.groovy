//! 2:8 There is no class 'dev.ferry.api.atlas.Clutser'.
import dev.ferry.api.atlas.Clutser
println 1
