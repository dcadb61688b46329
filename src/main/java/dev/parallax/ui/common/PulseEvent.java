package dev.parallax.ui.common;

import javafx.scene.Scene;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/// A pulse whose style and layout passes held the window's thread for over 50 ms: a visible hiccup.
@Name("dev.parallax.Pulse")
@Label("Slow pulse")
@Category("Parallax")
@Description("Style and layout of one frame took longer than 50 ms")
@Threshold("50 ms")
@StackTrace(false)
public final class PulseEvent extends Event {

    /// Records the scene's slow pulses for as long as it lives; costs next to nothing while nobody
    /// records.
    public static void watch(Scene scene) {
        var current = new PulseEvent[] {new PulseEvent()};
        scene.addPreLayoutPulseListener(() -> {
            current[0] = new PulseEvent();
            current[0].begin();
        });
        scene.addPostLayoutPulseListener(() -> current[0].commit());
    }
}
