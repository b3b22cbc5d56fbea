//! 3:16 Format has no 'JSN'. [JSON]
import dev.ferry.output.Format
println Format.JSN
