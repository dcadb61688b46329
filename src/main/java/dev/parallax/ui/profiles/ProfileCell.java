package dev.parallax.ui.profiles;

import dev.parallax.measure.Network;
import dev.parallax.measure.Profile;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.profiles.ProfilesModel.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A profile in the list: its name, its numbers in brief, and above the first of a family its name.
final class ProfileCell extends ListCell<Entry> {
    private final ProfilesModel model;

    ProfileCell(ProfilesModel model) {
        this.model = model;
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        setText(null);
        setGraphic(empty || entry == null ? null : content(entry));
    }

    private VBox content(Entry entry) {
        Label name = Labels.body(entry.profile().name());
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        var line = new HBox(8, name);
        if (model.isChanged(entry.id())) {
            Label mark = Labels.caption(Texts.of("profiles.edited"));
            mark.getStyleClass().add("warning-text");
            mark.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(mark);
        }
        Label brief = Labels.caption(brief(entry.profile()));
        brief.setMinWidth(0);
        var cell = new VBox(0, line, brief);
        if (entry.first()) {
            Label family = Labels.caption(entry.family());
            family.getStyleClass().add("strong");
            family.getStyleClass().add("profile-family");
            cell.getChildren().addFirst(family);
        }
        cell.setPrefWidth(0);
        return cell;
    }

    /// Such as `150 ms · 1.6 Mbit/s · CPU ÷ 4`.
    static String brief(Profile profile) {
        List<String> parts = new ArrayList<>();
        Network network = profile.network();
        if (network.method() == Network.Method.NONE) {
            parts.add(Texts.of("profile.brief.unshaped"));
        } else {
            parts.add(Texts.of("profile.brief.rtt", plain(network.rttMillis())));
            if (network.downKbps() > 0) {
                parts.add(
                        network.downKbps() >= 1000
                                ? Texts.of("profile.brief.mbit", plain(network.downKbps() / 1000))
                                : Texts.of("profile.brief.kbit", plain(network.downKbps())));
            }
        }
        if (profile.cpuRate() > 1) {
            parts.add(Texts.of("profile.brief.cpu", plain(profile.cpuRate())));
        }
        parts.add(
                Texts.of(
                        "profile.brief.device",
                        String.valueOf(profile.device().width()),
                        String.valueOf(profile.device().height())));
        return String.join(" · ", parts);
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
