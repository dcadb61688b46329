/// Parallax: one web site from two viewpoints, synthetic checks and real users.
///
/// This package starts the program and wires its parts together; nothing else depends on it.
@NullMarked
package dev.parallax;

import org.jspecify.annotations.NullMarked;
