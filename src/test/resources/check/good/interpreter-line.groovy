#!/usr/bin/env -S ferry run
// A first line for the system's own shell.
println 'ran'
