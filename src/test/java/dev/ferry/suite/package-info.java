/** How the tests are run: what they need of the machine, how long they may take, and what was left out. */
package dev.ferry.suite;
