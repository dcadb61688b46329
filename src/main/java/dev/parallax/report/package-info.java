/// Reports to hand on: one self-contained HTML file with interactive charts and no network.
@NullMarked
package dev.parallax.report;

import org.jspecify.annotations.NullMarked;
