package dev.parallax.ui.realusers;

import dev.parallax.metric.Definition;
import dev.parallax.rum.Certificate;
import dev.parallax.rum.QualityFacts;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.StatusPill;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The certificate in two lines: that every record is accounted for, and what to look at.
final class CertificateBrief extends VBox {
    private final VBox content = new VBox(8);

    /// @param whole goes to the whole certificate
    CertificateBrief(CertificateModel model, Runnable whole) {
        content.setMinHeight(USE_PREF_SIZE);
        getChildren()
                .add(
                        new Card(Texts.of("certificate.title"), content)
                                .withActions(Buttons.link(Texts.of("certificate.whole"), whole)));
        model.certificate().subscribe(this::show);
    }

    private void show(Optional<Certificate> known) {
        content.getChildren().clear();
        known.ifPresentOrElse(
                this::show,
                () -> content.getChildren().add(Labels.caption(Texts.of("certificate.wait"))));
    }

    private void show(Certificate certificate) {
        var pills = new FlowPane(8, 8);
        int looks = certificate.suspicions().size() + certificate.warnings().size();
        pills.getChildren()
                .add(
                        looks == 0
                                ? new StatusPill(Texts.of("certificate.clean"), "success")
                                : new StatusPill(Texts.of("certificate.looks", looks), "warning"));
        long other =
                certificate.metrics().stream()
                        .filter(metric ->
                                certificate.dataset().provenance().definition(metric)
                                        == Definition.DIFFERS)
                        .count();
        if (other > 0) {
            pills.getChildren()
                    .add(new StatusPill(Texts.of("certificate.otherdefinition", other), "warning"));
        }
        QualityFacts facts = certificate.facts();
        if (facts != null && facts.gapCount() > 0) {
            pills.getChildren()
                    .add(
                            new StatusPill(
                                    Texts.of(
                                            "certificate.gaps.short",
                                            facts.gapCount(),
                                            Numbers.duration(facts.inGaps())),
                                    "warning"));
        } else if (facts != null) {
            pills.getChildren()
                    .add(new StatusPill(Texts.of("certificate.nogaps.short"), "success"));
        }
        content.getChildren()
                .setAll(new RecordSum(certificate.sum(), CertificateBrief::strong), pills);
    }

    private static Label strong(String text) {
        Label label = Labels.body(text);
        label.getStyleClass().add("strong");
        return label;
    }
}
