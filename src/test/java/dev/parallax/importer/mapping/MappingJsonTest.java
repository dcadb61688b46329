package dev.parallax.importer.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.importer.BundledMappings;
import dev.parallax.importer.layout.FieldPath;
import dev.parallax.importer.mapping.Mapping.Shape;
import dev.parallax.importer.mapping.Place.Across;
import dev.parallax.importer.mapping.Place.Several;
import dev.parallax.importer.mapping.Place.Zero;
import dev.parallax.metric.Definition;
import dev.parallax.metric.Metric;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class MappingJsonTest {

    @Test
    void readsWhatAPlaceSays() {
        Mapping mapping =
                read(
                        """
                        {"format":"f","shape":"json","definition":"same","metricUnit":"ns","zone":"Europe/Berlin",
                         "at":{"page":["a","b.c"],
                               "lcp":"m.lcp",
                               "cls":{"path":"m.cls","several":"largest","across":"sum"},
                               "load":[{"path":"l.us","unit":"us","definition":"differs"},
                                       {"path":"l.end","minus":"l.start","unit":"ms","zero":"missing"}]}}
                        """);
        assertThat(mapping.places())
                .extracting(Place::paths)
                .containsExactly(
                        paths("a", "b.c"),
                        paths("m.lcp"),
                        paths("m.cls"),
                        paths("l.us"),
                        paths("l.end"));
        assertThat(mapping.places())
                .extracting(Place::scale)
                .containsExactly(
                        null, Scale.NANOSECONDS, null, Scale.MICROSECONDS, Scale.MILLISECONDS);
        Place shift = mapping.places().get(2);
        assertThat(shift.several()).isEqualTo(Several.LARGEST);
        assertThat(shift.across()).isEqualTo(Across.SUM);
        Place load = mapping.places().get(4);
        assertThat(load.minus()).isEqualTo(paths("l.start"));
        assertThat(load.zero()).isEqualTo(Zero.MISSING);
        assertThat(mapping.definition(Metric.LOAD)).isEqualTo(Definition.DIFFERS);
        assertThat(mapping.definition(Metric.LCP)).isEqualTo(Definition.SAME);
        assertThat(mapping.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void readsWhatBelongsToAPlaceBesides() {
        Mapping mapping =
                read(
                        """
                        {"format":"f","shape":"json","guess":["cls"],"thousands":",",
                         "at":{"session":{"path":"s","with":"u"},
                               "page":{"path":"name","after":"loading of "},
                               "ttfb":{"path":"n","plus":"d"},
                               "cls":{"path":"c","when":{"at":"kind","is":["hide"]}}}}
                        """);
        assertThat(mapping.numbers().guessed()).containsExactly(Metric.CLS);
        assertThat(mapping.numbers().thousands()).isEqualTo(",");
        assertThat(mapping.places().get(0).with()).isEqualTo(paths("u"));
        assertThat(mapping.places().get(1).after()).isEqualTo("loading of ");
        assertThat(mapping.places().get(2).plus()).isEqualTo(paths("d"));
        assertThat(mapping.places().get(3).when())
                .isEqualTo(
                        new Condition(paths("kind"), Condition.Test.IS_ONE_OF, Set.of("hide"), ""));
    }

    @Test
    void looksInEachWrapperAndInTheRowUnlessThePathBeginsAtTheUnit() {
        Mapping mapping =
                read(
                        """
                        {"format":"f","shape":"json","rows":"spans[]","within":["w"],
                         "at":{"page":"url","release":"^resource.version"},
                         "where":[{"at":"name","is":"load","reason":"other"}]}
                        """);
        assertThat(mapping.places())
                .extracting(Place::paths)
                .containsExactly(paths("spans[].w.url", "spans[].url"), paths("resource.version"));
        assertThat(mapping.filters())
                .extracting(Condition::paths)
                .containsExactly(paths("spans[].w.name", "spans[].name"));
    }

    @Test
    void tellsColumnsByWordsUnlessItHasPlaces() {
        assertThat(read("{\"format\":\"f\",\"shape\":\"delimited\"}").match("LCP (ms)"))
                .isPresent();
        String placed = "{\"format\":\"f\",\"shape\":\"delimited\",\"at\":{\"lcp\":\"Largest\"}}";
        assertThat(read(placed).match("LCP (ms)")).isEmpty();
        assertThat(read(placed).match("Largest")).isPresent();
        assertThat(read(placed.replace("\"at\"", "\"words\":true,\"at\"")).match("FCP"))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'shape':'json'}|\"format\" is missing or not a text",
                "{'format':'f'}|\"shape\" is missing or not a text",
                "{'format':'f','shape':'csv'}|\"shape\" is \"csv\", not one of delimited, json, table, logfmt, query",
                "{'format':'f','shape':'json','colour':1}|the mapping has the unknown member \"colour\"",
                "{'format':'f','shape':'json','at':{'fps':'x'}}|\"at\" has the unknown field \"fps\"",
                "{'format':'f','shape':'json','at':{'lcp':{'at':'x'}}}|\"at\" \"lcp\" has the unknown member \"at\"",
                "{'format':'f','shape':'json','at':{'lcp':{'path':'x','unit':'min'}}}|\"unit\" is \"min\", not one of ms, s, us, ns, plain, thousandths",
                "{'format':'f','shape':'json','at':{'lcp':{'unit':'ms'}}}|no path of lcp",
                "{'format':'f','shape':'json','zone':'Mars'}|the time zone \"Mars\" is unknown",
                "[]|the mapping is not a JSON object"
            })
    void saysWhatIsWrong(String json, String message) {
        assertThatThrownBy(() -> read(json.replace('\'', '"')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void bundledMappingsAreSound() {
        assertThat(BundledMappings.all())
                .allSatisfy(mapping -> {
                    boolean isByWords = !mapping.names().equals(FieldNames.NONE);
                    assertThat(isByWords || mapping.hasPlaces()).isTrue();
                    assertThat(isByWords || !mapping.format().signatures().isEmpty()).isTrue();
                    assertThat(mapping.records().shape()).isInstanceOf(Shape.class);
                });
    }

    private static List<FieldPath> paths(String... paths) {
        return List.of(paths).stream().map(FieldPath::parse).toList();
    }

    private static Mapping read(String json) {
        return BundledMappings.reader().read(JsonMapper.shared().readTree(json));
    }
}
