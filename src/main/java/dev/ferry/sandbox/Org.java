package dev.ferry.sandbox;

/** An organization on either side. */
record Org(String id, String name, Side side) {}
