/// What kind of client made a page view: device, browser, operating system, network, and whether
/// anybody was there at all.
@NullMarked
package dev.parallax.importer.agent;

import org.jspecify.annotations.NullMarked;
