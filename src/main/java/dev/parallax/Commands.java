package dev.parallax;

import dev.parallax.cli.AgentCommand;
import dev.parallax.cli.Cancellation;
import dev.parallax.cli.CheckAdd;
import dev.parallax.cli.CheckExport;
import dev.parallax.cli.CheckList;
import dev.parallax.cli.CheckPause;
import dev.parallax.cli.CheckRemove;
import dev.parallax.cli.CheckResume;
import dev.parallax.cli.CheckRun;
import dev.parallax.cli.CompareCommand;
import dev.parallax.cli.CompareRunsCommand;
import dev.parallax.cli.CompareSavedCommand;
import dev.parallax.cli.CompareUsersCommand;
import dev.parallax.cli.DemoCommand;
import dev.parallax.cli.DoctorCommand;
import dev.parallax.cli.JourneyDelete;
import dev.parallax.cli.JourneyExport;
import dev.parallax.cli.JourneyImport;
import dev.parallax.cli.JourneyList;
import dev.parallax.cli.JourneyShow;
import dev.parallax.cli.NetworkSet;
import dev.parallax.cli.NetworkShow;
import dev.parallax.cli.Output;
import dev.parallax.cli.ProfileAdd;
import dev.parallax.cli.ProfileChange;
import dev.parallax.cli.ProfileCopy;
import dev.parallax.cli.ProfileList;
import dev.parallax.cli.ProfileRemove;
import dev.parallax.cli.ProfileShow;
import dev.parallax.cli.RecordCommand;
import dev.parallax.cli.RumCertificate;
import dev.parallax.cli.RumDelete;
import dev.parallax.cli.RumExport;
import dev.parallax.cli.RumImport;
import dev.parallax.cli.RumImports;
import dev.parallax.cli.RumList;
import dev.parallax.cli.RumPages;
import dev.parallax.cli.RumPercentiles;
import dev.parallax.cli.RumQuarantine;
import dev.parallax.cli.RumRulesAdd;
import dev.parallax.cli.RumRulesList;
import dev.parallax.cli.RumRulesRemove;
import dev.parallax.cli.RumRulesSuggest;
import dev.parallax.cli.RumRulesTest;
import dev.parallax.cli.RumShow;
import dev.parallax.cli.RumUnimport;
import dev.parallax.cli.Subcommand;
import dev.parallax.cli.WorkspaceBackup;
import dev.parallax.cli.WorkspaceCompact;
import dev.parallax.cli.WorkspaceInfo;
import dev.parallax.cli.WorkspaceTrust;
import dev.parallax.cli.WorkspaceVerify;
import dev.parallax.service.ComparePages;
import dev.parallax.service.CompareRuns;
import dev.parallax.service.CompareUsers;
import dev.parallax.service.ExportPageViews;
import dev.parallax.service.ImportFigures;
import dev.parallax.service.QueryPercentiles;
import java.util.List;

/// The commands of the command line, each with the use case it needs, which is only made when the
/// command is.
final class Commands {
    private final Wiring wiring;
    private final Output output;
    private final Cancellation cancellation;

    Commands(Wiring wiring, Output output, Cancellation cancellation) {
        this.wiring = wiring;
        this.output = output;
        this.cancellation = cancellation;
    }

    /// All of them, in the order `--help` lists them.
    List<Subcommand> all() {
        return List.of(
                Subcommand.of(
                        DemoCommand.class,
                        () -> new DemoCommand(wiring.makeDemo(), output, cancellation)),
                journeyCommands(),
                Subcommand.of(
                        RecordCommand.class,
                        () ->
                                new RecordCommand(
                                        wiring.in(wiring::recordJourney), output, cancellation)),
                checkCommands(),
                profileCommands(),
                Subcommand.of(
                        AgentCommand.class,
                        () ->
                                new AgentCommand(
                                        wiring.inExisting(wiring::runAgent), output, cancellation)),
                rumCommands(),
                compareCommands(),
                workspaceCommands(),
                networkCommands(),
                Subcommand.of(
                        DoctorCommand.class,
                        () -> new DoctorCommand(wiring.examineMachine(), output, cancellation)));
    }

    private Subcommand compareCommands() {
        return Subcommand.of(
                        CompareCommand.class,
                        () ->
                                new CompareCommand(
                                        wiring.inExisting(workspace ->
                                                new CompareCommand.UseCases(
                                                        wiring.comparePages(workspace),
                                                        wiring.keepComparisons(workspace),
                                                        wiring.reportComparisons(workspace))),
                                        output))
                .over(
                        Subcommand.of(
                                CompareSavedCommand.class,
                                () ->
                                        new CompareSavedCommand(
                                                wiring.inExisting(wiring::keepComparisons),
                                                output)),
                        Subcommand.of(
                                CompareRunsCommand.class,
                                () ->
                                        new CompareRunsCommand(
                                                wiring.inExisting(workspace -> {
                                                    ComparePages pages =
                                                            wiring.comparePages(workspace);
                                                    return new CompareRunsCommand.UseCases(
                                                            pages,
                                                            new CompareRuns(pages),
                                                            wiring.keepComparisons(workspace),
                                                            wiring.reportComparisons(workspace));
                                                }),
                                                output)),
                        Subcommand.of(
                                CompareUsersCommand.class,
                                () ->
                                        new CompareUsersCommand(
                                                wiring.inExisting(workspace ->
                                                        new CompareUsersCommand.UseCases(
                                                                new CompareUsers(
                                                                        wiring.pageViews(
                                                                                workspace)),
                                                                wiring.keepComparisons(workspace),
                                                                wiring.reportComparisons(
                                                                        workspace))),
                                                output)));
    }

    private Subcommand journeyCommands() {
        return Subcommand.group(
                "journey",
                "What visitors do on the site: import, show, export.",
                Subcommand.of(
                        JourneyImport.class,
                        () -> new JourneyImport(wiring.in(wiring::journeys), output)),
                Subcommand.of(
                        JourneyList.class,
                        () -> new JourneyList(wiring.inExisting(wiring::journeys), output)),
                Subcommand.of(
                        JourneyShow.class,
                        () -> new JourneyShow(wiring.inExisting(wiring::journeys), output)),
                Subcommand.of(
                        JourneyExport.class,
                        () -> new JourneyExport(wiring.inExisting(wiring::journeys), output)),
                Subcommand.of(
                        JourneyDelete.class,
                        () -> new JourneyDelete(wiring.inExisting(wiring::journeys), output)));
    }

    private Subcommand checkCommands() {
        return Subcommand.group(
                "check",
                "Runs journeys, now or on a schedule.",
                Subcommand.of(
                        CheckRun.class,
                        () ->
                                new CheckRun(
                                        wiring.inExisting(workspace ->
                                                new CheckRun.UseCases(
                                                        wiring.runJourney(workspace),
                                                        wiring.exportEvidence(workspace))),
                                        output,
                                        cancellation)),
                Subcommand.of(
                        CheckExport.class,
                        () -> new CheckExport(wiring.inExisting(wiring::exportEvidence), output)),
                Subcommand.of(
                        CheckAdd.class,
                        () -> new CheckAdd(wiring.inExisting(wiring::scheduleChecks), output)),
                Subcommand.of(
                        CheckList.class,
                        () -> new CheckList(wiring.inExisting(wiring::scheduleChecks), output)),
                Subcommand.of(
                        CheckPause.class,
                        () -> new CheckPause(wiring.inExisting(wiring::scheduleChecks), output)),
                Subcommand.of(
                        CheckResume.class,
                        () -> new CheckResume(wiring.inExisting(wiring::scheduleChecks), output)),
                Subcommand.of(
                        CheckRemove.class,
                        () -> new CheckRemove(wiring.inExisting(wiring::scheduleChecks), output)));
    }

    private Subcommand profileCommands() {
        return Subcommand.group(
                "profile",
                "Device, network, processor and cache a journey is run under.",
                Subcommand.of(
                        ProfileList.class,
                        () -> new ProfileList(wiring.inExisting(wiring::profiles), output)),
                Subcommand.of(
                        ProfileShow.class,
                        () -> new ProfileShow(wiring.inExisting(wiring::profiles), output)),
                Subcommand.of(
                        ProfileAdd.class,
                        () -> new ProfileAdd(wiring.in(wiring::profiles), output)),
                Subcommand.of(
                        ProfileCopy.class,
                        () -> new ProfileCopy(wiring.in(wiring::profiles), output)),
                Subcommand.of(
                        ProfileChange.class,
                        () -> new ProfileChange(wiring.inExisting(wiring::profiles), output)),
                Subcommand.of(
                        ProfileRemove.class,
                        () -> new ProfileRemove(wiring.inExisting(wiring::profiles), output)));
    }

    private Subcommand rumCommands() {
        return Subcommand.group(
                "rum",
                "What real users lived through: import, list, percentiles.",
                Subcommand.of(
                        RumImport.class,
                        () ->
                                new RumImport(
                                        wiring.in(wiring::importPageViews),
                                        wiring.inExisting(workspace ->
                                                new ImportFigures(wiring.pageViews(workspace))),
                                        wiring.examineExport(),
                                        output,
                                        cancellation)),
                Subcommand.of(
                        RumList.class,
                        () -> new RumList(wiring.inExisting(wiring::datasets), output)),
                Subcommand.of(
                        RumShow.class,
                        () -> new RumShow(wiring.inExisting(wiring::datasets), output)),
                Subcommand.of(
                        RumDelete.class,
                        () -> new RumDelete(wiring.inExisting(wiring::datasets), output)),
                Subcommand.of(
                        RumImports.class,
                        () -> new RumImports(wiring.inExisting(wiring::datasets), output)),
                Subcommand.of(
                        RumUnimport.class,
                        () -> new RumUnimport(wiring.inExisting(wiring::datasets), output)),
                Subcommand.of(
                        RumQuarantine.class,
                        () -> new RumQuarantine(wiring.inExisting(wiring::datasets), output)),
                Subcommand.of(
                        RumPages.class,
                        () ->
                                new RumPages(
                                        wiring.inExisting(workspace ->
                                                wiring.queryPages(
                                                        workspace, wiring.pageViews(workspace))),
                                        output)),
                ruleCommands(),
                Subcommand.of(
                        RumPercentiles.class,
                        () ->
                                new RumPercentiles(
                                        wiring.inExisting(workspace ->
                                                new QueryPercentiles(wiring.pageViews(workspace))),
                                        output)),
                Subcommand.of(
                        RumExport.class,
                        () ->
                                new RumExport(
                                        wiring.inExisting(workspace ->
                                                new ExportPageViews(wiring.pageViews(workspace))),
                                        output,
                                        cancellation)),
                Subcommand.of(
                        RumCertificate.class,
                        () ->
                                new RumCertificate(
                                        wiring.inExisting(workspace ->
                                                wiring.certifyDataset(
                                                        workspace, wiring.pageViews(workspace))),
                                        output,
                                        cancellation)));
    }

    private Subcommand ruleCommands() {
        return Subcommand.group(
                "rules",
                "How the paths of real users and the URLs of journeys become pages.",
                Subcommand.of(
                        RumRulesList.class,
                        () -> new RumRulesList(wiring.inExisting(wiring::pageRules), output)),
                Subcommand.of(
                        RumRulesAdd.class,
                        () -> new RumRulesAdd(wiring.inExisting(wiring::pageRules), output)),
                Subcommand.of(
                        RumRulesRemove.class,
                        () -> new RumRulesRemove(wiring.inExisting(wiring::pageRules), output)),
                Subcommand.of(
                        RumRulesTest.class,
                        () -> new RumRulesTest(wiring.inExisting(wiring::pageRules), output)),
                Subcommand.of(
                        RumRulesSuggest.class,
                        () -> new RumRulesSuggest(wiring.inExisting(wiring::pageRules), output)));
    }

    private Subcommand networkCommands() {
        return Subcommand.group(
                "network",
                "How HTTP runs leave this machine: proxy, authorities, client certificate.",
                Subcommand.of(
                        NetworkShow.class, () -> new NetworkShow(wiring.manageNetwork(), output)),
                Subcommand.of(
                        NetworkSet.class, () -> new NetworkSet(wiring.manageNetwork(), output)));
    }

    private Subcommand workspaceCommands() {
        return Subcommand.group(
                "workspace",
                "Looks after the one file everything is in.",
                Subcommand.of(
                        WorkspaceInfo.class,
                        () ->
                                new WorkspaceInfo(
                                        wiring.inExisting(wiring::manageWorkspace), output)),
                Subcommand.of(
                        WorkspaceVerify.class,
                        () ->
                                new WorkspaceVerify(
                                        wiring.inExisting(wiring::manageWorkspace), output)),
                Subcommand.of(
                        WorkspaceBackup.class,
                        () ->
                                new WorkspaceBackup(
                                        wiring.inExisting(wiring::manageWorkspace), output)),
                Subcommand.of(
                        WorkspaceCompact.class,
                        () ->
                                new WorkspaceCompact(
                                        wiring.inExisting(wiring::manageWorkspace), output)),
                Subcommand.of(
                        WorkspaceTrust.class,
                        () ->
                                new WorkspaceTrust(
                                        wiring.inExisting(wiring::manageWorkspace), output)));
    }
}
