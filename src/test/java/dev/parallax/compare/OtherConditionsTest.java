package dev.parallax.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Network;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.rum.QuarantineReason;
import dev.parallax.rum.QuarantinedValues;
import dev.parallax.rum.Segment;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OtherConditionsTest {
    private static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final Profile SHAPED = before(Network.Method.PROXY);

    private static Profile before(Network.Method method) {
        return new Profile(
                "desktop",
                "Desktop",
                Profile.DESKTOP.device(),
                new Network(150, 1_600, 750, method),
                1,
                "en-US");
    }

    private static Comparison compare(int values) {
        LabSample lab = Fixture.lab(Metric.LCP, 1_990, 1_995, 2_000, 2_001, 2_002, 2_003, 2_004);
        return Comparer.compare(
                new LabSample(
                        lab.journey(),
                        lab.page(),
                        lab.template(),
                        lab.profile(),
                        lab.metric(),
                        lab.values().subList(0, values),
                        0,
                        null,
                        List.of(new MeasuredProfile(SHAPED, 12, THEN))),
                Fixture.field(Fixture.evenly(Metric.LCP, "desktop", 100, 1_000, 3_000)),
                Segment.ALL,
                Aim.MEDIAN);
    }

    @Test
    void tooFewRunsSayThatThereAreSomeUnderOtherNumbers() {
        Comparison none = compare(0);

        assertThat(none.sentence())
                .startsWith(
                        "Lab LCP on checkout has 0 usable values, and its median needs at least 6."
                                + " Left out, as the profile desktop had other numbers then: (1) 12"
                                + " values until 2026-11-20, network unshaped and 150 ms, 1600 down,"
                                + " 750 up kbit/s by ")
                .contains(" now and then.");
        assertThat(none.next())
                .isEqualTo(
                        "Run the journey 6 more times. Or compare with the runs of then: `--numbers"
                                + " 1`.");
    }

    @Test
    void withRunsEnoughItIsANote() {
        assertThat(compare(7).notes()).extracting(Note::kind).contains(Note.Kind.OTHER_CONDITIONS);
        assertThat(compare(7).sentence()).doesNotContain("Left out");
    }

    @Test
    void conditionsOfTheSameNumbersAreOne() {
        assertThat(
                        MeasuredProfile.merged(
                                List.of(
                                        new MeasuredProfile(SHAPED, 12, THEN),
                                        new MeasuredProfile(Profile.DESKTOP, 3, THEN),
                                        new MeasuredProfile(SHAPED, 2, THEN.minusSeconds(60)))))
                .containsExactly(
                        new MeasuredProfile(SHAPED, 14, THEN),
                        new MeasuredProfile(Profile.DESKTOP, 3, THEN));
    }

    @Test
    void whatIsInQuarantineIsSaidWithItsSource() {
        var dataset =
                Fixture.field(Fixture.evenly(Metric.LCP, "desktop", 10, 1_000, 3_000)).dataset();

        assertThat(
                        QuarantineNote.of(
                                dataset,
                                Metric.LCP,
                                List.of(
                                        values(Metric.LCP, QuarantineReason.NEGATIVE, 1_200),
                                        values(Metric.LCP, QuarantineReason.NEGATIVE, 34),
                                        values(Metric.LCP, QuarantineReason.TOO_LARGE, 1),
                                        values(Metric.FCP, QuarantineReason.NEGATIVE, 7))))
                .contains(
                        new Note(
                                Note.Kind.QUARANTINE,
                                "1,235 values of LCP in the data set \""
                                        + dataset.name()
                                        + "\" (source: "
                                        + dataset.provenance().format()
                                        + ") cannot be true and count as missing: 1,234 negative, 1 over"
                                        + " the largest plausible value."));
        assertThat(QuarantineNote.of(dataset, Metric.LCP, List.of())).isEmpty();
    }

    private static QuarantinedValues values(Metric metric, QuarantineReason reason, long count) {
        return new QuarantinedValues(1, metric, reason, count, 0);
    }
}
