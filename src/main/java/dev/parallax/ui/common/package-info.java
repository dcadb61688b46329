/// What every screen shares without drawing anything: background work, texts, numbers, problems.
@NullMarked
package dev.parallax.ui.common;

import org.jspecify.annotations.NullMarked;
