package dev.parallax;

import dev.parallax.browser.BrowserInstallation;
import dev.parallax.browser.Browsers;
import dev.parallax.cli.Cancellation;
import dev.parallax.cli.InWorkspace;
import dev.parallax.cli.Output;
import dev.parallax.cli.Subcommand;
import dev.parallax.importer.Importer;
import dev.parallax.recorder.Recorder;
import dev.parallax.runner.BrowserWalk;
import dev.parallax.runner.HttpWalk;
import dev.parallax.runner.Runner;
import dev.parallax.service.CertifyDataset;
import dev.parallax.service.ComparePages;
import dev.parallax.service.CompareRuns;
import dev.parallax.service.CompareUsers;
import dev.parallax.service.CoverPages;
import dev.parallax.service.ExamineExport;
import dev.parallax.service.ExamineMachine;
import dev.parallax.service.ExportEvidence;
import dev.parallax.service.ExportPageViews;
import dev.parallax.service.FindPageViews;
import dev.parallax.service.ImportPageViews;
import dev.parallax.service.KeepComparisons;
import dev.parallax.service.ListHosts;
import dev.parallax.service.MakeDemo;
import dev.parallax.service.ManageDatasets;
import dev.parallax.service.ManageJourneys;
import dev.parallax.service.ManageNetwork;
import dev.parallax.service.ManagePageRules;
import dev.parallax.service.ManageProfiles;
import dev.parallax.service.ManageWorkspace;
import dev.parallax.service.OpenPageViews;
import dev.parallax.service.OpenWorkspace;
import dev.parallax.service.PlayDemo;
import dev.parallax.service.QueryPages;
import dev.parallax.service.QueryPercentiles;
import dev.parallax.service.ReadRuns;
import dev.parallax.service.RecordJourney;
import dev.parallax.service.ReportComparisons;
import dev.parallax.service.RunAgent;
import dev.parallax.service.RunJourney;
import dev.parallax.service.SavedMappings;
import dev.parallax.service.ScheduleChecks;
import dev.parallax.service.Surroundings;
import dev.parallax.settings.Folders;
import dev.parallax.settings.PseudonymKey;
import dev.parallax.settings.PseudonymKeyFile;
import dev.parallax.settings.SettingsFile;
import dev.parallax.store.Workspace;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.shell.Desk;
import dev.parallax.ui.shell.DesktopApp;
import dev.parallax.ui.shell.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Puts the program together: the only place that says `new` to use cases and hands them to whoever
/// needs them. One wiring lasts as long as the process.
final class Wiring {
    private final InstantSource clock = Clock.systemUTC();
    private final Importer importer;
    private final Supplier<PseudonymKey> key;
    private final Folders folders;
    private final SettingsFile settings;
    private final OpenWorkspace workspaces;
    private final Runner runner;
    private final Recorder recorder;

    /// @param folders where settings and workspaces are kept
    Wiring(Folders folders) {
        this.folders = folders;
        key = new PseudonymKeyFile(folders.pseudonymKeyFile())::key;
        importer = new Importer(folders.cache().resolve("import"), key);
        importer.sweep();
        settings = new SettingsFile(folders.settingsFile());
        workspaces = new OpenWorkspace(clock, settings, folders.defaultWorkspace());
        runner =
                new Runner(
                        clock,
                        BrowserWalk.opener(this::browser),
                        HttpWalk.opener(manageNetwork()::options, clock));
        recorder = Recorder.in(this::browser);
    }

    /// The commands of the command line, in the order `--help` lists them.
    List<Subcommand> commands(Output output, Cancellation cancellation) {
        return new Commands(this, output, cancellation).all();
    }

    private BrowserInstallation browser() {
        return Browsers.ofThisMachine().find(settings.read().settings().browser().orElse(null));
    }

    ManageNetwork manageNetwork() {
        return new ManageNetwork(settings, System.getenv());
    }

    ExamineMachine examineMachine() {
        return new ExamineMachine(this::browser, runner, System.getenv(), folders.data());
    }

    /// What the window asks of the product.
    Desk desk() {
        return new WindowDesk(settings, workspaces, this::workbench);
    }

    /// The workspace the window opens with: the one used last if it is still there, then the demo.
    Path firstWorkspace() {
        return settings.read().settings().recentWorkspaces().stream()
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() ->
                        Files.exists(demoWorkspace()) ? demoWorkspace() : workspaces.defaultFile());
    }

    /// The demo, to be made while the window is open; only at the very first start.
    Optional<DesktopApp.Making> demoAtFirstStart() {
        boolean isFirst =
                settings.read().settings().recentWorkspaces().isEmpty()
                        && !Files.exists(demoWorkspace());
        return isFirst
                ? Optional.of(
                        new DesktopApp.Making(
                                Texts.of("shell.demo.making"),
                                progress ->
                                        makeDemo()
                                                .make(
                                                        Optional.empty(),
                                                        MakeDemo.USUAL_ITERATIONS,
                                                        progress)
                                                .workspace()))
                : Optional.empty();
    }

    private Path demoWorkspace() {
        return demoFolder().resolve(MakeDemo.WORKSPACE);
    }

    private Path demoFolder() {
        return folders.data().resolve("demo");
    }

    private Workbench workbench(Workspace workspace) {
        var schedule = new WindowSchedule(runAgent(workspace));
        schedule.start();
        OpenPageViews opened =
                OpenPageViews.warmingUp(
                        workspace.pageViews(),
                        task -> Thread.ofVirtual().name("warm-up").start(task));
        ComparePages comparisons = comparePages(workspace, opened);
        ReportComparisons reports = reportComparisons(workspace, comparisons);
        return new WindowWorkbench(
                workspace,
                manageWorkspace(workspace),
                new ListHosts(journeys(workspace)),
                schedule,
                new OverviewAnswers(
                        journeys(workspace),
                        scheduleChecks(workspace),
                        datasets(workspace),
                        new ReadRuns(workspace.runs()),
                        comparisons,
                        queryPages(workspace, opened),
                        profiles(workspace)),
                new JourneyAnswers(
                        journeys(workspace),
                        runJourney(workspace),
                        recordJourney(workspace),
                        profiles(workspace)),
                new CheckAnswers(
                        scheduleChecks(workspace),
                        journeys(workspace),
                        new ReadRuns(workspace.runs()),
                        profiles(workspace)),
                new ProfileAnswers(profiles(workspace)),
                new RealUserAnswers(
                        datasets(workspace),
                        importPageViews(workspace),
                        new RealUserAnswers.Questions(
                                opened,
                                queryPages(workspace, opened),
                                new QueryPercentiles(opened),
                                new FindPageViews(key),
                                new ExportPageViews(opened)),
                        certifyDataset(workspace, opened),
                        examineExport(),
                        new ManagePageRules(workspace.pageRules(), opened)),
                new CompareAnswers(
                        journeys(workspace),
                        datasets(workspace),
                        opened,
                        comparisons,
                        keepComparisons(workspace, comparisons, opened),
                        reports,
                        clock),
                new PairAnswers(new CompareRuns(comparisons), new CompareUsers(opened), reports));
    }

    MakeDemo makeDemo() {
        return new MakeDemo(workspaces, demoFolder(), this::playDemo);
    }

    private PlayDemo playDemo(Workspace workspace) {
        return new PlayDemo(
                journeys(workspace),
                runJourney(workspace),
                scheduleChecks(workspace),
                importPageViews(workspace),
                reportComparisons(workspace),
                folders.cache());
    }

    ManageJourneys journeys(Workspace workspace) {
        return new ManageJourneys(workspace.journeys());
    }

    RunJourney runJourney(Workspace workspace) {
        return new RunJourney(
                workspace.journeys(),
                workspace.runs(),
                runner,
                workspace.isDemo() ? Surroundings.DEMO_SHOP : Surroundings.NONE,
                profiles(workspace));
    }

    ExportEvidence exportEvidence(Workspace workspace) {
        return new ExportEvidence(workspace.journeys(), workspace.runs());
    }

    RecordJourney recordJourney(Workspace workspace) {
        return new RecordJourney(journeys(workspace), recorder);
    }

    ImportPageViews importPageViews(Workspace workspace) {
        return new ImportPageViews(workspace.pageViews(), importer, Optional.of(examineExport()));
    }

    ExamineExport examineExport() {
        return new ExamineExport(importer, new SavedMappings(folders.config().resolve("mappings")));
    }

    ManageDatasets datasets(Workspace workspace) {
        return new ManageDatasets(workspace.pageViews());
    }

    ManagePageRules pageRules(Workspace workspace) {
        return new ManagePageRules(workspace.pageRules(), pageViews(workspace));
    }

    OpenPageViews pageViews(Workspace workspace) {
        return new OpenPageViews(workspace.pageViews());
    }

    QueryPages queryPages(Workspace workspace, OpenPageViews opened) {
        return new QueryPages(
                opened, new CoverPages(journeys(workspace), workspace.measuredPages()));
    }

    CertifyDataset certifyDataset(Workspace workspace, OpenPageViews opened) {
        return new CertifyDataset(workspace.pageViews(), opened, clock, ZoneId.systemDefault());
    }

    ComparePages comparePages(Workspace workspace) {
        return comparePages(workspace, pageViews(workspace));
    }

    ComparePages comparePages(Workspace workspace, OpenPageViews opened) {
        return new ComparePages(journeys(workspace), workspace.lab(), opened, profiles(workspace));
    }

    KeepComparisons keepComparisons(Workspace workspace) {
        OpenPageViews opened = pageViews(workspace);
        return keepComparisons(workspace, comparePages(workspace, opened), opened);
    }

    private KeepComparisons keepComparisons(
            Workspace workspace, ComparePages comparisons, OpenPageViews opened) {
        return new KeepComparisons(
                workspace.comparisons(),
                workspace.annotations(),
                new KeepComparisons.Comparers(
                        comparisons, new CompareRuns(comparisons), new CompareUsers(opened)),
                clock);
    }

    ManageProfiles profiles(Workspace workspace) {
        return new ManageProfiles(workspace.profiles());
    }

    ReportComparisons reportComparisons(Workspace workspace) {
        return reportComparisons(workspace, comparePages(workspace));
    }

    private ReportComparisons reportComparisons(Workspace workspace, ComparePages comparisons) {
        return new ReportComparisons(
                comparisons, workspace.annotations(), clock, ZoneId.systemDefault());
    }

    ScheduleChecks scheduleChecks(Workspace workspace) {
        return new ScheduleChecks(
                workspace.checks(), workspace.slots(), clock, profiles(workspace));
    }

    RunAgent runAgent(Workspace workspace) {
        return new RunAgent(
                workspace.checks(),
                workspace.slots(),
                workspace.leases(),
                runJourney(workspace),
                manageWorkspace(workspace),
                clock);
    }

    ManageWorkspace manageWorkspace(Workspace workspace) {
        return new ManageWorkspace(workspace, settings);
    }

    /// A use case in the named workspace, which is made when it is not there.
    <S> InWorkspace<S> in(Function<Workspace, S> useCase) {
        return opened(useCase, workspaces::openOrCreate);
    }

    /// A use case in the named workspace, which must be there.
    <S> InWorkspace<S> inExisting(Function<Workspace, S> useCase) {
        return opened(useCase, workspaces::open);
    }

    private <S> InWorkspace<S> opened(
            Function<Workspace, S> useCase, Function<Path, Workspace> opening) {
        return new InWorkspace<>() {
            @Override
            public <R> R call(Optional<Path> named, Function<S, R> work) {
                try (Workspace workspace = named.map(opening).orElseGet(workspaces::openDefault)) {
                    return work.apply(useCase.apply(workspace));
                }
            }
        };
    }
}
