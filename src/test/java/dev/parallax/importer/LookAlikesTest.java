package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.problem.ProblemException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people take for an export of page views is refused by what it is.
final class LookAlikesTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"log\":{\"version\":\"1.2\",\"creator\":{},\"entries\":[]}}|it is a HAR recording",
                "{\"title\":\"x\",\"steps\":[{\"type\":\"navigate\",\"url\":\"/\"}]}|Chrome DevTools recording",
                "{\"id\":\"x\",\"tests\":[{\"commands\":[]}]}|Selenium IDE",
                "{\"info\":{\"name\":\"x\",\"schema\":\"s\"},\"item\":[]}|Postman",
                "{\"openapi\":\"3.0.0\",\"info\":{},\"paths\":{}}|OpenAPI",
                "{\"lighthouseVersion\":\"12.0.0\",\"audits\":{}}|Lighthouse",
                "{\"statusCode\":400,\"statusText\":\"Test not found\"}|WebPageTest",
                "[{\"info\":{},\"browserScripts\":[]}]|browsertime",
                "{\"type\":\"Point\",\"metric\":\"browser_web_vital_lcp\",\"data\":{\"value\":3}}|k6",
                "{\"aggregate\":{\"counters\":{},\"rates\":{}}}|Artillery",
                "{\"origin\":\"https://a.example\",\"rank\":1000}|origin and rank",
                "{\"error\":{\"code\":404,\"message\":\"chrome ux report data not found\"}}|error answer",
                "{\"data\":{\"viewer\":{\"accounts\":[{\"rum\":[]}]}}}|Cloudflare",
                "[{\"label\":\"x\",\"nb_visits\":3,\"avg_page_load_time\":1.2}]|Matomo",
                "{\"reqTimeSec\":\"1.5\",\"reqHost\":\"h\",\"statusCode\":\"200\"}|Akamai",
                "[{\"url\":\"/\",\"pageviews\":3,\"metrics\":[{\"lcp\":1,\"lcpCount\":3}]}]|summaries",
                "origin,rank\\nhttps://a.example,1000|origin and rank",
                "timeStamp,elapsed,label\\n1,2,x|JMeter",
                "metric_name,timestamp,metric_value\\nhttp_reqs,1,1|k6",
                "label,nb_visits,avg_time_on_page\\nx,1,2|Matomo",
                "<?xml version=\"1.0\"?>\\n<testResults version=\"1.2\">|JMeter result",
                "<jmeterTestPlan>|JMeter test plan",
                "<!DOCTYPE html><html>|a web page",
                "<?xml version=\"1.0\"?><urlset>|it is XML",
                "RUN\tcomputerdatabase\t1|Gatling",
                "{\"data\": []}|there is no record in it"
            })
    void namesThem(String text, String what) {
        assertThatThrownBy(() -> ImportedFile.of(folder, text.replace("\\n", "\n")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(what);
    }
}
