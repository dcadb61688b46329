package dev.parallax.store;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// Shows in a flight recording how long the workspace was locked for everybody else.
@Name("dev.parallax.Transaction")
@Label("Write to the workspace")
@Category("Parallax")
@StackTrace(false)
final class TransactionEvent extends Event {
    @Label("Kind")
    @Description("results, import, or alone: upkeep that cannot be in a transaction")
    String kind = "";

    static TransactionEvent begin(String kind) {
        var event = new TransactionEvent();
        event.kind = kind;
        event.begin();
        return event;
    }
}
