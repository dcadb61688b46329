/// What belongs to the user of this machine and never to a workspace: preferences, recent
/// workspaces, trust, and the folders where the product keeps its files.
@NullMarked
package dev.parallax.settings;

import org.jspecify.annotations.NullMarked;
