package dev.parallax.demo;

import java.io.IOException;
import java.io.OutputStream;

/// Writes page views as CSV (RFC 4180, but LF), and breaks one line in five thousand, as files from
/// the field are broken: a time that cannot be read, a line cut short, a negative LCP, in turn.
final class SampleCsv {
    static final String HEADER =
            "ts,page,device,browser,os,country,connection,session,ttfb,fcp,lcp,cls,inp,dcl,load\n";
    static final int LINES_TO_A_BROKEN_ONE = 5_000;

    private static final int KINDS_OF_BREAK = 3;

    private final Lines lines;
    private int count;

    SampleCsv(OutputStream out) throws IOException {
        lines = new Lines(out);
        lines.text(HEADER);
    }

    void add(SampleView view) throws IOException {
        count++;
        int broken =
                count % LINES_TO_A_BROKEN_ONE == 0
                        ? count / LINES_TO_A_BROKEN_ONE % KINDS_OF_BREAK
                        : -1;
        if (broken == 1) {
            lines.text("0000-00-00T00:00:00.000Z");
        } else {
            lines.moment(view.epochMillis());
        }
        SampleSession session = view.session();
        cell(view.path());
        lines.character(',').text(session.device().label());
        lines.character(',').text(session.software().browser());
        lines.character(',').text(session.software().os());
        lines.character(',').text(session.country().name());
        lines.character(',').text(session.connection().label());
        lines.character(',').text(session.id());
        if (broken == 2) {
            lines.character('\n');
            return;
        }
        lines.character(',').number(view.ttfb(), 1);
        lines.character(',').number(view.fcp(), 1);
        lines.character(',');
        if (broken == 0) {
            lines.text("-182.5");
        } else {
            lines.number(view.lcp(), 1);
        }
        lines.character(',').number(view.cls(), 4);
        lines.character(',').number(view.inp(), 0);
        lines.character(',').number(view.dcl(), 1);
        lines.character(',').number(view.load(), 1);
        lines.character('\n');
    }

    void finish() throws IOException {
        lines.flush();
    }

    private void cell(String text) throws IOException {
        lines.character(',');
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0) {
            lines.text(text);
        } else {
            lines.text("\"" + text.replace("\"", "\"\"") + "\"");
        }
    }
}
