/// One run looked at in detail: pages, time line with filmstrip and waterfall, steps, messages; and
/// beside another run.
@NullMarked
package dev.parallax.ui.checks.run;

import org.jspecify.annotations.NullMarked;
