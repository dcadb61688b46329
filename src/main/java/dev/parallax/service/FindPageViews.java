package dev.parallax.service;

import dev.parallax.importer.privacy.KeyedHash;
import dev.parallax.rum.Search;
import dev.parallax.settings.PseudonymKey;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Use case: says what to search for, so that support finds the page views of an id that a customer
/// names. Only pseudonyms are stored; a typed id becomes one under the same key.
public final class FindPageViews {
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{16}");

    private final Supplier<PseudonymKey> key;

    /// @param key gives the key under which ids were stored; asked at each search
    public FindPageViews(Supplier<PseudonymKey> key) {
        this.key = key;
    }

    /// The page views of a session.
    ///
    /// @param id as the source has it, or its pseudonym as the product shows it
    public Search session(String id) {
        return new Search.OfSession(pseudonym(id));
    }

    /// The page views of a user.
    public Search user(String id) {
        return new Search.OfUser(pseudonym(id));
    }

    /// The page view of an id of its own.
    public Search view(String id) {
        return new Search.OfView(pseudonym(id));
    }

    /// Sixteen hexadecimal digits are taken for a pseudonym: an id of that form was most likely
    /// copied from the table.
    private long pseudonym(String id) {
        String stripped = id.strip();
        return PSEUDONYM.matcher(stripped).matches()
                ? Long.parseUnsignedLong(stripped, 16)
                : new KeyedHash(key.get()).of(stripped);
    }
}
