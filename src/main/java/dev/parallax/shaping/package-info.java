/// Gives a run a slower network: a SOCKS5 proxy on the loopback interface that delays, meters and
/// paces every byte as a real access link with TCP at both ends would.
///
/// [dev.parallax.shaping.Link] and [dev.parallax.shaping.Sender] are plain arithmetic on given
/// times; [dev.parallax.shaping.Flow] carries bytes by what they say.
@NullMarked
package dev.parallax.shaping;

import org.jspecify.annotations.NullMarked;
