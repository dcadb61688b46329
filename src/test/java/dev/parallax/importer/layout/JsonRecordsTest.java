package dev.parallax.importer.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

final class JsonRecordsTest {

    @Test
    void findsMembersWithinMembersAndMembersWithDotsInTheirNames() {
        assertThat(read("{'view':{'url':'/a','id':7},'x.y':true}", "view.url", "view.id", "x.y"))
                .containsExactly("1: 0=/a 1=7 2=true");
        assertThat(
                        read(
                                "{'view.url':'/a','view':{'id':7},'x':{'y':true}}",
                                "view.url",
                                "view.id",
                                "x.y"))
                .containsExactly("1: 0=/a 1=7 2=true");
    }

    @Test
    void takesEveryElementOfAnArray() {
        assertThat(read("{'a':[{'b':1},{'b':2}],'c':['x','y'],'d':[[3],[4]]}", "a[].b", "c", "d"))
                .containsExactly("1: 0=1 0=2 1=x 1=y 2=3 2=4");
    }

    @Test
    void choosesElementsByAMemberThatMayComeAfterTheText() {
        assertThat(
                        read(
                                "{'events':[{'time':1,'name':'start'},{'name':'end','time':2}]}",
                                "events[name=end].time",
                                "events[name=start].time",
                                "events[name=none].time"))
                .containsExactly("1: 1=1 0=2");
    }

    @Test
    void choosesWithinWhatWasChosen() {
        String json =
                "{'a':[{'k':'x','b':[{'k':'1','v':'x1'},{'k':'2','v':'x2'}]},"
                        + "{'b':[{'k':'1','v':'y1'},{'k':'2','v':'y2'}],'k':'y'}]}";
        assertThat(read(json, "a[k=y].b[k=2].v", "a[k=x].b[k=1].v", "a[].b[k=2].v"))
                .containsExactly("1: 1=x1 2=x2 0=y2 2=y2");
    }

    @Test
    void choosesAnObjectThatStandsWhereAnArrayWasExpected() {
        assertThat(read("{'e':{'name':'end','time':2}}", "e[name=end].time", "e[name=x].time"))
                .containsExactly("1: 0=2");
    }

    @Test
    void tellsEachRowWithWhatItsUnitSaysBeforeAndAfterIt() {
        String json =
                "{'before':'b','in':[{'spans':[{'n':1},{'n':2}]},{'spans':[{'n':3}]}],'after':'a'}";
        var layout =
                Layout.of(
                        paths("before", "after", "in[].spans[].n"),
                        Optional.of(FieldPath.parse("in[].spans[]")));
        assertThat(read(json, layout, List.of()))
                .containsExactly("1: 0=b 1=a 2=1", "1: 0=b 1=a 2=2", "1: 0=b 1=a 2=3");
    }

    @Test
    void goesOnWithinATextThatIsJsonItself() {
        assertThat(
                        read(
                                "{'cell':'{\\\"lcp\\\":1200,\\\"n\\\":[1]}','other':'{no}'}",
                                "cell.lcp",
                                "other.x",
                                "cell"))
                .containsExactly("1: 2={\"lcp\":1200,\"n\":[1]} 0=1200");
    }

    @Test
    void readsUnitsOfDocumentsThatFollowOneAnother() {
        var layout = Layout.of(paths("a"), Optional.empty());
        assertThat(
                        read(
                                "{'data':[{'a':1},{'a':2}],'x':[{'a':9}]}\n{'data':null}\n[{'data':{'a':3}}]",
                                layout,
                                List.of("data")))
                .containsExactly("1: 0=1", "1: 0=2", "3: 0=3");
    }

    @Test
    void tellsOfElementsThatAreNoObjects() {
        assertThat(read("[1,{'a':2}]", "a")).containsExactly("1 SYNTAX", "1: 0=2");
    }

    @Test
    void doesNotTellHalfARecord() {
        var told = new Told();
        var layout = Layout.of(paths("a"), Optional.empty());
        assertThatThrownBy(() ->
                        new JsonRecords(layout, List.of())
                                .readDocuments(new StringReader("[{\"a\":1},{\"a\":2"), told))
                .isInstanceOf(JacksonException.class);
        assertThat(told.records()).containsExactly("1: 0=1");
    }

    @Test
    void countsALineThatIsNoDocumentAndGoesOn() throws IOException {
        var told = new Told();
        var layout = Layout.of(paths("a"), Optional.empty());
        new JsonRecords(layout, List.of())
                .readLines(
                        new StringReader("{\"a\":1}\n\n{\"a\":\nno\n{\"a\":null}\n{\"a\":2}"),
                        told);
        assertThat(told.records())
                .containsExactly("1: 0=1", "3 SYNTAX", "4 SYNTAX", "5:", "6: 0=2");
    }

    private static List<FieldPath> paths(String... paths) {
        return Stream.of(paths).map(FieldPath::parse).toList();
    }

    private static List<String> read(String json, String... paths) {
        return read(json, Layout.of(paths(paths), Optional.empty()), List.of());
    }

    /// @param json with single quotes for double ones
    private static List<String> read(String json, Layout layout, List<String> unit) {
        var told = new Told();
        new JsonRecords(layout, unit)
                .readDocuments(new StringReader(json.replace('\'', '"')), told);
        return told.records();
    }
}
