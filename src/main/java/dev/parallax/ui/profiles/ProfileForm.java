package dev.parallax.ui.profiles;

import dev.parallax.measure.CacheState;
import dev.parallax.measure.Device;
import dev.parallax.measure.Devices;
import dev.parallax.measure.Network;
import dev.parallax.measure.Preferences;
import dev.parallax.measure.Profile;
import dev.parallax.measure.ProfileTrait;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.Choices;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.SegmentedControl;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The fields of an own profile. Beside each stands its unit, and under it what is wrong with it or
/// what it was in the profile it was made of.
final class ProfileForm extends VBox {
    private static final double NAME_WIDTH = 128;
    private static final double NUMBER_WIDTH = 96;

    private final ProfilesModel model;
    private final Map<ProfileField, TextInputControl> inputs = new EnumMap<>(ProfileField.class);
    private final Map<ProfileField, SegmentedControl<String>> choices =
            new EnumMap<>(ProfileField.class);
    private final Map<ProfileField, Label> remarks = new EnumMap<>(ProfileField.class);
    private final Map<ProfileField, Node> rows = new EnumMap<>(ProfileField.class);
    private boolean filling;

    ProfileForm(ProfilesModel model) {
        super(12);
        this.model = model;
        getChildren()
                .addAll(
                        new Card(
                                Texts.of("profile.part.network"),
                                row(
                                        ProfileField.METHOD,
                                        Texts.of("profile.method"),
                                        choice(
                                                ProfileField.METHOD,
                                                keys(Network.Method.values(), Network.Method::key),
                                                ProfileForm::method),
                                        ""),
                                number(ProfileField.RTT, Texts.of("profile.rtt"), "ms"),
                                number(
                                        ProfileField.DOWN,
                                        Texts.of("profile.down"),
                                        Texts.of("profile.kbps")),
                                number(
                                        ProfileField.UP,
                                        Texts.of("profile.up"),
                                        Texts.of("profile.kbps")),
                                number(
                                        ProfileField.LATENCY_FACTOR,
                                        Texts.of("profile.latency"),
                                        Texts.of("profile.latency.unit")),
                                number(
                                        ProfileField.BANDWIDTH_FACTOR,
                                        Texts.of("profile.bandwidth"),
                                        Texts.of("profile.bandwidth.unit")),
                                number(
                                        ProfileField.CPU_RATE,
                                        Texts.of("profile.cpu"),
                                        Texts.of("profile.cpu.unit"))),
                        new Card(
                                        Texts.of("profile.part.device"),
                                        row(
                                                ProfileField.KIND,
                                                Texts.of("profile.kind"),
                                                choice(
                                                        ProfileField.KIND,
                                                        keys(
                                                                Device.Kind.values(),
                                                                Device.Kind::key),
                                                        Texts::capital),
                                                ""),
                                        number(ProfileField.WIDTH, Texts.of("profile.width"), "px"),
                                        number(
                                                ProfileField.HEIGHT,
                                                Texts.of("profile.height"),
                                                "px"),
                                        number(
                                                ProfileField.PIXEL_RATIO,
                                                Texts.of("profile.ratio"),
                                                Texts.of("profile.ratio.unit")),
                                        row(
                                                ProfileField.TOUCH,
                                                Texts.of("profile.touch"),
                                                choice(
                                                        ProfileField.TOUCH,
                                                        List.of(ProfileDraft.YES, ProfileDraft.NO),
                                                        Texts::capital),
                                                ""),
                                        row(
                                                ProfileField.USER_AGENT,
                                                Texts.of("profile.agent"),
                                                wide(
                                                        ProfileField.USER_AGENT,
                                                        Texts.of("profile.agent.own")),
                                                ""))
                                .withActions(devices()),
                        new Card(
                                Texts.of("profile.part.visitor"),
                                row(
                                        ProfileField.CACHE,
                                        Texts.of("profile.cache"),
                                        choice(
                                                ProfileField.CACHE,
                                                keys(CacheState.values(), CacheState::key),
                                                ProfileForm::cache),
                                        ""),
                                row(
                                        ProfileField.LOCALE,
                                        Texts.of("profile.locale"),
                                        text(ProfileField.LOCALE, "en-US"),
                                        ""),
                                row(
                                        ProfileField.TIME_ZONE,
                                        Texts.of("profile.zone"),
                                        wide(ProfileField.TIME_ZONE, Texts.of("profile.zone.own")),
                                        ""),
                                row(
                                        ProfileField.COLOR_SCHEME,
                                        Texts.of("profile.scheme"),
                                        choice(
                                                ProfileField.COLOR_SCHEME,
                                                keys(
                                                        Preferences.ColorScheme.values(),
                                                        Preferences.ColorScheme::key),
                                                Texts::capital),
                                        "")),
                        new Card(
                                Texts.of("profile.part.blocked"),
                                Labels.caption(Texts.of("profile.blocked.hint")),
                                row(
                                        ProfileField.BLOCKED,
                                        Texts.of("profile.blocked"),
                                        area(),
                                        "")));
    }

    /// The field of the name, which stands in the head of the editor.
    TextField name() {
        var name = new TextField();
        name.setId("profile-name");
        name.setAccessibleText(Texts.of("profile.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        listen(ProfileField.NAME, name);
        return name;
    }

    /// What is wrong with the name.
    Label nameRemark() {
        return remark(ProfileField.NAME);
    }

    private static String method(String key) {
        return switch (key) {
            case "proxy" -> Texts.of("profile.method.proxy");
            case "devtools" -> Texts.of("profile.method.devtools");
            default -> Texts.of("profile.method.none");
        };
    }

    private static String cache(String key) {
        return switch (key) {
            case "warm" -> Texts.of("profile.cache.warm");
            case "both" -> Texts.of("profile.cache.both");
            default -> Texts.of("profile.cache.cold");
        };
    }

    private static <E> List<String> keys(E[] values, Function<E, String> keyOf) {
        return Arrays.stream(values).map(keyOf).toList();
    }

    private Node number(ProfileField field, String label, String unit) {
        TextInputControl input = text(field, "");
        input.getStyleClass().add("number-input");
        return row(field, label, input, unit);
    }

    private TextInputControl text(ProfileField field, String prompt) {
        var input = new TextField();
        input.setPromptText(prompt);
        input.setPrefWidth(NUMBER_WIDTH);
        input.setMinWidth(NUMBER_WIDTH);
        input.setMaxWidth(NUMBER_WIDTH);
        listen(field, input);
        return input;
    }

    private TextInputControl wide(ProfileField field, String prompt) {
        TextInputControl input = text(field, prompt);
        input.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(input, Priority.ALWAYS);
        return input;
    }

    private TextInputControl area() {
        var input = new TextArea();
        input.setPrefRowCount(4);
        input.setPromptText("ads.example\n*/tag-manager/*");
        HBox.setHgrow(input, Priority.ALWAYS);
        listen(ProfileField.BLOCKED, input);
        return input;
    }

    private void listen(ProfileField field, TextInputControl input) {
        inputs.put(field, input);
        input.textProperty()
                .subscribe(text -> {
                    if (!filling) {
                        model.write(field, text);
                    }
                });
    }

    private SegmentedControl<String> choice(
            ProfileField field, List<String> keys, Function<String, String> words) {
        var choice = new SegmentedControl<>(keys, words);
        choices.put(field, choice);
        choice.value()
                .subscribe(key -> {
                    if (!filling) {
                        model.write(field, key);
                    }
                });
        return choice;
    }

    private ComboBox<Devices.Named> devices() {
        ComboBox<Devices.Named> box = Choices.of(Devices.all(), Devices.Named::name);
        box.setPromptText(Texts.of("profile.fill"));
        box.setOnAction(_ -> {
            Devices.Named chosen = box.getValue();
            if (chosen != null) {
                model.take(chosen.device());
            }
        });
        return box;
    }

    private Label remark(ProfileField field) {
        return remarks.computeIfAbsent(
                field,
                _ -> {
                    Label label = Labels.caption("");
                    label.setWrapText(true);
                    label.setMinHeight(Region.USE_PREF_SIZE);
                    label.managedProperty().bind(label.visibleProperty());
                    return label;
                });
    }

    private Node row(ProfileField field, String label, Node input, String unit) {
        Label name = Labels.body(label);
        name.setMinWidth(NAME_WIDTH);
        name.setLabelFor(input);
        name.getStyleClass().add("muted");
        input.setAccessibleText(label);
        input.setId("profile-" + field.name().toLowerCase(Locale.ROOT));
        Label said = remark(field);
        var line = new HBox(8, name, input);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!unit.isEmpty()) {
            Label of = Labels.caption(unit);
            of.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(of);
        }
        said.getStyleClass().add("profile-remark");
        var row = new VBox(2, line, said);
        row.managedProperty().bind(row.visibleProperty());
        rows.put(field, row);
        return row;
    }

    /// Shows what stands in a draft; the caret stays where it is.
    void show(ProfileDraft draft, Optional<Profile> origin) {
        filling = true;
        inputs.forEach((field, input) -> {
            if (!input.getText().equals(draft.text(field))) {
                input.setText(draft.text(field));
            }
        });
        choices.forEach((field, choice) -> choice.value().set(draft.text(field)));
        filling = false;
        Map<ProfileField, String> complaints = draft.complaints();
        for (ProfileField field : ProfileField.values()) {
            remarkOn(field, draft, complaints, origin);
        }
        visible(draft.isShaped(), ProfileField.RTT, ProfileField.DOWN, ProfileField.UP);
        visible(draft.isDevTools(), ProfileField.LATENCY_FACTOR, ProfileField.BANDWIDTH_FACTOR);
    }

    private void visible(boolean visible, ProfileField... fields) {
        for (ProfileField field : fields) {
            Node row = rows.get(field);
            if (row != null) {
                row.setVisible(visible);
            }
        }
    }

    private void remarkOn(
            ProfileField field,
            ProfileDraft draft,
            Map<ProfileField, String> complaints,
            Optional<Profile> origin) {
        Label label = remark(field);
        label.getStyleClass().removeAll("danger-text", "accent-text");
        String complaint = complaints.get(field);
        Optional<String> was = origin.flatMap(from -> before(field, draft, from));
        if (complaint != null) {
            label.getStyleClass().add("danger-text");
            label.setText(complaint);
        } else if (was.isPresent()) {
            label.getStyleClass().add("accent-text");
            label.setText(was.get());
        }
        label.setVisible(complaint != null || was.isPresent());
    }

    /// What a field was in the origin, if it is another now.
    private static Optional<String> before(ProfileField field, ProfileDraft draft, Profile origin) {
        String was = ProfileDraft.of(origin).text(field);
        if (field == ProfileField.NAME || was.equals(draft.text(field).strip())) {
            return Optional.empty();
        }
        return switch (field) {
            case WIDTH, HEIGHT, PIXEL_RATIO, LATENCY_FACTOR, BANDWIDTH_FACTOR ->
                    Optional.of(Texts.of("profile.was", was, origin.name()));
            default ->
                    field.trait()
                            .map((ProfileTrait trait) ->
                                    Texts.of("profile.was", trait.of(origin), origin.name()));
        };
    }
}
