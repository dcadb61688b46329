package dev.parallax.compare;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Dimension;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// One question answered: where the lab stands among the users it stands for, and among all.
///
/// @param lab what the lab measured
/// @param labMedian in the metric's unit, empty without a value
/// @param labModes the humps of the lab's values
/// @param dataset the name of the field's data set
/// @param aim where the lab is meant to stand
/// @param matched the users the lab's profile stands for; they carry the verdict
/// @param all every user of the question's segment
/// @param curves the two distributions, for drawing
/// @param notMatched the profile's dimensions that could not be matched
/// @param definition whether the field's source measures the metric as the lab does
/// @param verdict what it comes to
/// @param sentence the verdict in one sentence, with its numbers
/// @param next what to do now
/// @param notes what else helps to judge the numbers
public record Comparison(
        LabSample lab,
        OptionalDouble labMedian,
        Modes labModes,
        String dataset,
        Aim aim,
        FieldSide matched,
        FieldSide all,
        Curves curves,
        List<Dimension> notMatched,
        Definition definition,
        Verdict verdict,
        String sentence,
        String next,
        List<Note> notes) {
    public Comparison {
        notMatched = List.copyOf(notMatched);
        notes = List.copyOf(notes);
    }

    /// The same with one more note.
    public Comparison with(Note note) {
        List<Note> more =
                Stream.concat(notes.stream(), Stream.of(note))
                        .sorted(Comparator.comparing(Note::kind))
                        .toList();
        return new Comparison(
                lab,
                labMedian,
                labModes,
                dataset,
                aim,
                matched,
                all,
                curves,
                notMatched,
                definition,
                verdict,
                sentence,
                next,
                more);
    }
}
