package dev.parallax.store;

import dev.parallax.problem.ProblemException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/// One open workspace: an SQLite file that holds journeys, checks, runs and real users' page views.
///
/// Safe for use by any thread. Several processes may have the same file open; each write waits up
/// to 5 seconds for those of the others. Every method of the stores throws a [ProblemException]
/// when the disk is full, or the file locked, damaged or out of reach; nothing is then half
/// written.
public final class Workspace implements AutoCloseable {
    private final Path file;
    private final InstantSource clock;
    private final Database database;
    private final UUID id;

    private Workspace(Path file, Database database, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.database = database;
        this.id =
                database.read(handle ->
                        handle.createQuery("SELECT id FROM workspace").mapTo(UUID.class).one());
    }

    /// Makes a new, empty workspace and opens it.
    ///
    /// @throws ProblemException if the file exists, or its folder is missing or write-protected
    public static Workspace create(Path file, InstantSource clock) {
        var made = new WorkspaceFile(file, Migrations.RELEASED);
        made.create(clock.instant());
        return open(made, clock);
    }

    /// Opens a workspace. One of an older version is brought to the present one, after a backup
    /// beside it (`NAME.v1-backup`).
    ///
    /// @throws ProblemException if there is no such file, it is not a workspace, of a newer
    ///   version, damaged, locked or write-protected; the file is then as it was
    public static Workspace open(Path file, InstantSource clock) {
        return open(new WorkspaceFile(file, Migrations.RELEASED), clock);
    }

    /// Opens the workspace if the file exists, otherwise makes it.
    public static Workspace openOrCreate(Path file, InstantSource clock) {
        var wanted = new WorkspaceFile(file, Migrations.RELEASED);
        if (!wanted.exists()) {
            wanted.create(clock.instant());
        }
        return open(wanted, clock);
    }

    private static Workspace open(WorkspaceFile file, InstantSource clock) {
        Database database = file.open(clock.instant());
        try {
            return new Workspace(file.path(), database, clock);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /// Absolute and normalized.
    public Path path() {
        return file;
    }

    /// Chosen at random when the workspace was made; trust is tied to it.
    public UUID id() {
        return id;
    }

    /// Real users' page views.
    public PageViewStore pageViews() {
        return new PageViewStore(database, clock);
    }

    /// How paths become pages.
    public PageRuleStore pageRules() {
        return new PageRuleStore(database);
    }

    public JourneyStore journeys() {
        return new JourneyStore(database, clock);
    }

    public RunStore runs() {
        return new RunStore(database);
    }

    public LabStore lab() {
        return new LabStore(database);
    }

    /// Questions that are kept.
    public ComparisonStore comparisons() {
        return new ComparisonStore(database, clock);
    }

    /// What happened when.
    public AnnotationStore annotations() {
        return new AnnotationStore(database);
    }

    public MeasuredPageStore measuredPages() {
        return new MeasuredPageStore(database);
    }

    /// The profiles somebody made.
    public ProfileStore profiles() {
        return new ProfileStore(database, clock);
    }

    public CheckStore checks() {
        return new CheckStore(database, clock);
    }

    public SlotStore slots() {
        return new SlotStore(database, clock);
    }

    public LeaseStore leases() {
        return new LeaseStore(database, clock);
    }

    public WorkspaceFacts facts() {
        return upkeep().facts();
    }

    /// Whether the workspace was made by the demo, which may then replace it.
    public boolean isDemo() {
        return database.read(handle ->
                handle.createQuery("SELECT demo FROM workspace").mapTo(boolean.class).one());
    }

    /// Says that the workspace holds nothing but the demo's own work.
    public void markAsDemo() {
        database.write(handle -> handle.execute("UPDATE workspace SET demo = 1"));
    }

    /// Checks every page of the file, every reference between rows, and the tables themselves.
    ///
    /// @return what is wrong, a line each; empty if the workspace is sound
    public List<String> verify() {
        return upkeep().verify();
    }

    /// Copies the workspace as it is now, whatever is written meanwhile.
    ///
    /// @throws ProblemException if the target exists or cannot be written; nothing is left of it
    ///   then
    public void backUp(Path target) {
        upkeep().backUp(target);
    }

    /// Gives the space of deleted things back to the disk. Results are stored meanwhile.
    ///
    /// @return bytes given back
    public long compact() {
        return upkeep().compact();
    }

    private Upkeep upkeep() {
        return new Upkeep(file, database);
    }

    Database database() {
        return database;
    }

    InstantSource clock() {
        return clock;
    }

    /// Waits for the writes under way, then closes the file. Closing twice is harmless.
    @Override
    public void close() {
        database.close();
    }
}
