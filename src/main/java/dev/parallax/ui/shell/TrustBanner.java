package dev.parallax.ui.shell;

import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Notice;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/// Says that the open workspace came from somewhere else, whom it would contact, and asks.
final class TrustBanner {
    private static final int NAMED = 5;

    private final Notice notice = new Notice(Feather.SHIELD, "warning");

    TrustBanner(ShellModel model) {
        notice.getStyleClass().add("banner");
        notice.act(Texts.of("trust.give"), model::trust);
        model.stranger()
                .subscribe(found -> notice.say(found.map(stranger -> words(stranger.hosts()))));
    }

    Notice node() {
        return notice;
    }

    private static String words(List<String> hosts) {
        if (hosts.isEmpty()) {
            return Texts.of("trust.nohosts");
        }
        String names = String.join(", ", hosts.stream().limit(NAMED).toList());
        int more = hosts.size() - NAMED;
        return more > 0 ? Texts.of("trust.manyhosts", names, more) : Texts.of("trust.hosts", names);
    }
}
