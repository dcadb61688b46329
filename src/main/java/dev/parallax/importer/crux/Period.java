package dev.parallax.importer.crux;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The days whose page views were summed up, the first and the last one included.
record Period(LocalDate first, LocalDate last) {
    /// The report began in October 2017.
    private static final int FIRST_YEAR = 2017;

    private static final int LAST_YEAR = 2100;

    private static final Pattern MONTH = Pattern.compile("(\\d{4})-?(\\d{2})(?:-\\d{2})?");
    private static final Pattern MONTH_IN_NAME =
            Pattern.compile("(?<!\\d)(20\\d{2})(0[1-9]|1[0-2])(?!\\d)");

    /// What an answer says: `{"firstDate": {"year": 2023, "month": 9, "day": 15}, "lastDate": …}`.
    static Optional<Period> of(JsonNode period) {
        Optional<LocalDate> first = day(period.path("firstDate"));
        Optional<LocalDate> last = day(period.path("lastDate"));
        if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
            return Optional.empty();
        }
        return Optional.of(new Period(first.get(), last.get()));
    }

    private static Optional<LocalDate> day(JsonNode date) {
        double year = Figures.of(date.path("year"));
        double month = Figures.of(date.path("month"));
        double day = Figures.of(date.path("day"));
        if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && day >= 1)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of((int) year, (int) month, (int) day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /// The month that a column says: `202401`, `2024-01-01`.
    static Optional<Period> ofMonth(String text) {
        Matcher parts = MONTH.matcher(text.strip());
        return parts.matches() ? month(parts) : Optional.empty();
    }

    /// The month in the name of a file: `all.202401.json`.
    static Optional<Period> inName(String name) {
        // the time of the export, which looks the same
        if (name.contains("bq-results")) {
            return Optional.empty();
        }
        Matcher parts = MONTH_IN_NAME.matcher(name);
        return parts.find() ? month(parts) : Optional.empty();
    }

    private static Optional<Period> month(Matcher parts) {
        int year = Integer.parseInt(parts.group(1));
        int month = Integer.parseInt(parts.group(2));
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) {
            return Optional.empty();
        }
        YearMonth found = YearMonth.of(year, month);
        return Optional.of(new Period(found.atDay(1), found.atEndOfMonth()));
    }
}
