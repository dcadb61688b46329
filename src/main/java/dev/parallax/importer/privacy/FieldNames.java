package dev.parallax.importer.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the name of a parameter, column or member says about its value.
final class FieldNames {
    private static final Set<String> PRIVATE =
            Set.of(
                    "account",
                    "address",
                    "auth",
                    "authorization",
                    "bearer",
                    "birth",
                    "birthday",
                    "card",
                    "cid",
                    "client",
                    "clientid",
                    "code",
                    "cookie",
                    "credential",
                    "credentials",
                    "customer",
                    "customerid",
                    "cvc",
                    "cvv",
                    "dob",
                    "email",
                    "mail",
                    "firstname",
                    "fullname",
                    "guid",
                    "iban",
                    "id",
                    "ids",
                    "ip",
                    "ipaddress",
                    "jsessionid",
                    "jwt",
                    "key",
                    "apikey",
                    "lastname",
                    "login",
                    "member",
                    "nickname",
                    "otp",
                    "pageviewid",
                    "pass",
                    "passwd",
                    "password",
                    "person",
                    "phone",
                    "phpsessid",
                    "pin",
                    "postcode",
                    "pwd",
                    "rt.si",
                    "secret",
                    "session",
                    "sessionid",
                    "si",
                    "sid",
                    "signature",
                    "ssn",
                    "surname",
                    "tel",
                    "token",
                    "uid",
                    "user",
                    "userid",
                    "username",
                    "usr",
                    "uuid",
                    "viewid",
                    "visitor",
                    "visitorid",
                    "zip");

    /// Words that take the meaning of a private one back: `user_agent`, `country_code`.
    private static final Set<String> HARMLESS =
            Set.of(
                    "agent",
                    "country",
                    "type",
                    "count",
                    "kind",
                    "status",
                    "rating",
                    "language",
                    "region",
                    "response");

    private static final Set<String> NUMBERS =
            Set.of(
                    "lcp",
                    "fcp",
                    "cls",
                    "inp",
                    "ttfb",
                    "fid",
                    "dcl",
                    "load",
                    "fp",
                    "tbt",
                    "paint",
                    "time",
                    "ts",
                    "timestamp",
                    "date",
                    "duration",
                    "took",
                    "start",
                    "end",
                    "epoch",
                    "ms",
                    "us",
                    "ns",
                    "millis",
                    "byte",
                    "bytes",
                    "interactive",
                    "complete",
                    "loaded",
                    "shift",
                    "value",
                    "delta",
                    "weight",
                    "tstamp",
                    "st",
                    "bstart",
                    "tstart",
                    "done",
                    "resp",
                    "page",
                    "count",
                    "width",
                    "height",
                    "t",
                    "nt",
                    "at");

    private FieldNames() {}

    /// Whether the values are nobody's business, whatever they look like.
    static boolean isPrivate(String name) {
        List<String> words = words(name);
        return words.stream().anyMatch(PRIVATE::contains)
                && words.stream().noneMatch(HARMLESS::contains);
    }

    /// Whether the values are times or measured, so that long numbers are no ids.
    static boolean isNumber(String name) {
        return !isPrivate(name) && words(name).stream().anyMatch(NUMBERS::contains);
    }

    /// `userId`, `user_id` and `user.id` are `user` and `id`.
    private static List<String> words(String name) {
        var words = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean ends = i == name.length() || !Letters.isAlphanumeric(name.charAt(i));
            boolean bends =
                    !ends
                            && i > start
                            && Letters.isUpper(name.charAt(i))
                            && !Letters.isUpper(name.charAt(i - 1));
            if (ends || bends) {
                if (i > start) {
                    words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = bends ? i : i + 1;
            }
        }
        return words;
    }
}
