package dev.ferry.script;

import groovy.lang.Binding;
import java.util.Map;

/** What scripts of one session share: variables, methods of earlier lines, and what the session was given. */
record SessionState(Session session, Binding binding, Map<String, FerryScript> methodsByName) {}
