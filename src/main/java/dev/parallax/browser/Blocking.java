package dev.parallax.browser;

import dev.parallax.measure.BlockList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a browser does not reach: collectors of real-user monitoring, and what a profile blocks.
///
/// Hosts are blocked where names are looked up, which holds for everything a browser started here
/// does: pop-ups, workers and frames of other sites too. Patterns of whole addresses hold for each
/// tab with the frames of its own site.
record Blocking(Beacons beacons, BlockList list) {
    /// The failure of a request that the profile blocks.
    static final String BY_PROFILE = "blocked: block list of the profile";

    /// What a browser is started with, so that hosts are not found.
    Optional<String> browserArgument() {
        var hosts = new ArrayList<>(beacons.hosts());
        list.hosts()
                .forEach(host -> {
                    hosts.add(host);
                    hosts.add("*." + host);
                });
        return hosts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        hosts.stream()
                                .map(host -> "MAP " + host + " ^NOTFOUND")
                                .collect(Collectors.joining(", ", "--host-resolver-rules=", "")));
    }

    /// What each tab is told to block besides, in a browser that was started with the argument.
    List<String> patterns() {
        return list.patterns();
    }

    /// What each tab is told to block in a browser that was started by somebody else.
    List<String> allPatterns() {
        return Stream.of(
                        beacons.patterns().stream(),
                        list.patterns().stream(),
                        list.hosts().stream()
                                .flatMap(host ->
                                        Stream.of(
                                                "*://" + host + "/*",
                                                "*://" + host + ":*/*",
                                                "*://*." + host + "/*",
                                                "*://*." + host + ":*/*")))
                .flatMap(patterns -> patterns)
                .toList();
    }

    /// Why a request to this address failed, if it is blocked.
    Optional<String> reason(String url) {
        if (beacons.block(url)) {
            return Optional.of(Beacons.BLOCKED);
        }
        return list.blocks(url) ? Optional.of(BY_PROFILE) : Optional.empty();
    }

    /// What a reader of the numbers has to know.
    List<String> notes() {
        var notes = new ArrayList<String>();
        beacons.note().ifPresent(notes::add);
        if (!list.rules().isEmpty()) {
            notes.add(
                    "third parties blocked by the profile ("
                            + list.rules().size()
                            + (list.rules().size() == 1 ? " rule)" : " rules)"));
        }
        if (!list.patterns().isEmpty()) {
            notes.add("patterns of addresses do not hold in workers and frames of other sites");
        }
        return notes;
    }
}
