/// A real browser behind a small interface: found on the machine, started, and walked through a
/// site one isolated visit at a time. The only package that sees Playwright; nothing of it comes
/// out.
@NullMarked
package dev.parallax.browser;

import org.jspecify.annotations.NullMarked;
