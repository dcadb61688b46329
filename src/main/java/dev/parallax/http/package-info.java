/// Sends HTTP requests and takes the time of every phase from the connection itself: look-up,
/// connect, TLS, send, wait, receive, one exchange for each hop of a redirect.
@NullMarked
package dev.parallax.http;

import org.jspecify.annotations.NullMarked;
