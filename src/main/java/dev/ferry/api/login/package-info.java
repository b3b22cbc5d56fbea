/** What proves who we are, without sending it: the answer to a Digest challenge, and the access tokens of service accounts, which all
 * processes of a person share. */
@NullMarked
package dev.ferry.api.login;

import org.jspecify.annotations.NullMarked;
