/// Where the lab stands among real users: a lab sample against a segment of page views, and the
/// verdict.
@NullMarked
package dev.parallax.compare;

import org.jspecify.annotations.NullMarked;
