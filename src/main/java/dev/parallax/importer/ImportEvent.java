package dev.parallax.importer;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// Shows an import in a flight recording.
@Name("dev.parallax.Import")
@Label("Import of page views")
@Category("Parallax")
@StackTrace(false)
final class ImportEvent extends Event {
    @Label("Files")
    int files;

    @Label("Size of the files")
    @DataAmount
    long bytes;

    @Label("Format")
    String format = "";

    @Label("Records read")
    long read;

    @Label("Page views imported")
    long imported;
}
