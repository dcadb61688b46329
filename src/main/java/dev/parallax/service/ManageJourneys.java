package dev.parallax.service;

import dev.parallax.journey.Journey;
import dev.parallax.journey.JourneyJson;
import dev.parallax.journey.Step;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.store.JourneyStore;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Use case: the journeys of a workspace, imported, shown, exported and deleted.
public final class ManageJourneys {
    /// A journey is text typed by people and recorders; anything larger is another kind of file.
    private static final long LARGEST_FILE_BYTES = 10_000_000;

    private static final Pattern SECRET = Pattern.compile("\\$\\{secret:([^}]+)}");

    private final JourneyStore store;

    public ManageJourneys(JourneyStore store) {
        this.store = store;
    }

    /// All journeys, by name.
    public List<JourneySummary> list() {
        return store.list().stream()
                .map(stored ->
                        new JourneySummary(
                                stored.name(), stored.kind(), stored.steps(), stored.revision()))
                .toList();
    }

    /// The newest revision of a journey.
    ///
    /// @throws ProblemException if there is none of this name
    public Journey show(String name) {
        return store.find(name)
                .map(JourneyStore.Revision::journey)
                .orElseThrow(() -> unknown(name));
    }

    /// Keeps a journey; one of the same name gets a new revision, unless nothing changed.
    ///
    /// @return the revision, counted from 1
    public int save(Journey journey) {
        return store.save(journey);
    }

    /// Imports a journey from a file.
    ///
    /// @param name under which it is kept; empty keeps its own
    /// @throws ProblemException if the file cannot be read or is no journey; nothing is kept then
    public ImportedJourney importFile(Path file, Optional<String> name) {
        Journey read = JourneyJson.read(text(file), file.toString());
        Journey journey = name.map(read::named).orElse(read);
        save(journey);
        List<Step> steps =
                Stream.concat(journey.prelude().stream(), journey.steps().stream()).toList();
        return new ImportedJourney(
                journey.name(),
                "parallax",
                steps.size(),
                (int) steps.stream().filter(Step.Request.class::isInstance).count(),
                secrets(journey),
                List.of(),
                List.of());
    }

    /// The newest revision of a journey in its JSON form.
    ///
    /// @throws ProblemException if there is none of this name
    public String export(String name) {
        return JourneyJson.write(show(name));
    }

    /// Deletes a journey; its runs are kept, as they are evidence.
    ///
    /// @throws ProblemException if there is none of this name
    public void delete(String name) {
        show(name);
        store.delete(name);
    }

    private ProblemException unknown(String name) {
        String names =
                list().stream()
                        .map(JourneySummary::name)
                        .limit(12)
                        .collect(Collectors.joining("\", \""));
        return new ProblemException(
                Problem.usage(
                        "journey-unknown",
                        "there is no journey \"" + name + "\"",
                        names.isEmpty()
                                ? "this workspace has none yet"
                                : "this workspace has \"" + names + "\"",
                        "`parallax journey list` shows them, `parallax record` and `parallax journey import`"
                                + " make them"));
    }

    private static int secrets(Journey journey) {
        return (int)
                SECRET.matcher(JourneyJson.write(journey))
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .count();
    }

    private static String text(Path file) {
        try {
            if (!Files.exists(file)) {
                throw unreadable(file, "there is no such file");
            }
            if (!Files.isRegularFile(file)) {
                throw unreadable(file, "it is not a file");
            }
            if (Files.size(file) > LARGEST_FILE_BYTES) {
                throw unreadable(file, "it is larger than 10 MB");
            }
            String text = Files.readString(file);
            if (text.isBlank()) {
                throw unreadable(file, "the file is empty");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException binary) {
            throw unreadable(file, "it is not text in UTF-8");
        } catch (IOException failed) {
            throw unreadable(file, failed.toString());
        }
    }

    private static ProblemException unreadable(Path file, String why) {
        return new ProblemException(
                Problem.usage(
                        "journey-unreadable",
                        "cannot read the journey in " + file,
                        why,
                        "give a journey in Parallax' JSON form, see docs/journey-format.md"));
    }
}
