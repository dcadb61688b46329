/// The use cases, one class each: the only doorway to the product for the window and the command
/// line.
@NullMarked
package dev.parallax.service;

import org.jspecify.annotations.NullMarked;
