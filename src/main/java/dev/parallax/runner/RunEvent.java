package dev.parallax.runner;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// One run in a flight recording; its duration is the event's own.
@Name("dev.parallax.runner.RunEvent")
@Label("Run")
@Category("Parallax")
@StackTrace(false)
final class RunEvent extends Event {
    @Label("Journey")
    String journey = "";

    @Label("Iterations")
    int iterations;

    @Label("Status")
    String status = "";
}
