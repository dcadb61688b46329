package dev.parallax.ui.realusers;

import dev.parallax.rum.Dataset;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.FormDialog;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.Notice;
import dev.parallax.ui.controls.SegmentedControl;
import dev.parallax.ui.realusers.SegmentModel.Counted;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One data set: its tabs, and above them the part of its page views they show.
final class DatasetDetail extends VBox {
    private final RealUsersModel model;
    private final Background background;
    private final Problems problems;
    private final Label part = Labels.caption("");
    private final SegmentedControl<Tab> tabs =
            new SegmentedControl<>(List.of(Tab.values()), Tab::label);
    private final StackPane content = new StackPane();
    private final Node aggregates;
    private final Map<Tab, Node> views = new EnumMap<>(Tab.class);

    /// @param addFiles asks for files that are added to the data set
    DatasetDetail(
            RealUsersModel model, Background background, Problems problems, Runnable addFiles) {
        this.model = model;
        this.background = background;
        this.problems = problems;
        aggregates = new AggregatesView(model.aggregates());
        VBox.setVgrow(content, Priority.ALWAYS);
        setSpacing(12);
        setMinWidth(0);
        getChildren().addAll(head(addFiles), new SegmentBar(model.segment()), nobody(), content);
        model.selected().subscribe(this::show);
        model.segment().counted().subscribe(this::say);
        model.tab().subscribe(_ -> fill());
    }

    private HBox head(Runnable addFiles) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head =
                new HBox(
                        8,
                        tabs(),
                        gap,
                        part,
                        Buttons.icon(Texts.of("realusers.addfiles"), Feather.FILE_PLUS, addFiles),
                        Buttons.icon(
                                Texts.of("realusers.delete"),
                                Feather.TRASH_2,
                                this::confirmDelete));
        head.getStyleClass().add("card-head");
        part.setMinWidth(USE_PREF_SIZE);
        return head;
    }

    private Node tabs() {
        tabs.setId("realusers-tabs");
        tabs.value().bindBidirectional(model.tab());
        return tabs;
    }

    /// Says why there are no numbers where every page view is left out of them.
    private Notice nobody() {
        var notice = new Notice(Feather.INFO, "neutral");
        notice.act(Texts.of("segment.nobody.count"), model.segment()::includeAll);
        model.segment()
                .asked()
                .subscribe(asked ->
                        notice.say(
                                asked.filter(now ->
                                                now.dataset().pageViews() == 0
                                                        && now.dataset().rows() > 0
                                                        && now.segment().including().isEmpty())
                                        .map(now -> words(now.dataset()))));
        return notice;
    }

    private static String words(Dataset dataset) {
        return Texts.of(
                "segment.nobody", Texts.capital(Amounts.of(dataset.kind(), dataset.rows())));
    }

    private Node view(Tab tab) {
        return views.computeIfAbsent(
                tab,
                _ ->
                        switch (tab) {
                            case OVERVIEW ->
                                    new SummaryView(
                                            model,
                                            new CertificateBrief(
                                                    model.certificate(),
                                                    () -> model.tab().set(Tab.CERTIFICATE)));
                            case PAGES ->
                                    new PagesView(
                                            model.pages(),
                                            model.segment(),
                                            () ->
                                                    model.rules()
                                                            .ifPresent(rules ->
                                                                    new RulesDialog(this, rules)
                                                                            .show()));
                            case BREAKDOWN -> new BreakdownView(model.breakdown());
                            case TIME ->
                                    new TimeView(
                                            model.time(), model.segment(), background, problems);
                            case VIEWS -> new ViewsView(model.views());
                            case CERTIFICATE ->
                                    new CertificateView(model.certificate(), model.segment());
                        });
    }

    /// Of aggregates there is a list, and their certificate.
    private void fill() {
        Dataset dataset = model.selected().get();
        boolean isAggregate = dataset != null && dataset.kind() == Dataset.Kind.AGGREGATES;
        Tab tab = model.tab().get();
        content.getChildren()
                .setAll(isAggregate && tab != Tab.CERTIFICATE ? aggregates : view(tab));
    }

    private void show(@Nullable Dataset dataset) {
        setVisible(dataset != null);
        boolean isAggregate = dataset != null && dataset.kind() == Dataset.Kind.AGGREGATES;
        tabs.offer(isAggregate ? Tab.ofAggregates() : List.of(Tab.values()));
        if (isAggregate && !Tab.ofAggregates().contains(model.tab().get())) {
            model.tab().set(Tab.OVERVIEW);
        }
        fill();
    }

    private void say(Counted counted) {
        part.setText(
                counted.views() == counted.all()
                        ? Texts.capital(Amounts.of(Dataset.Kind.PAGE_VIEWS, counted.all()))
                        : Texts.of(
                                "realusers.part",
                                Numbers.count(counted.views()),
                                Numbers.count(counted.all())));
        part.setVisible(counted.all() > 0);
    }

    private void confirmDelete() {
        Dataset dataset = model.selected().get();
        if (dataset != null) {
            new FormDialog(
                            this,
                            Texts.of("realusers.delete.title", dataset.name()),
                            Texts.of("realusers.delete.confirm"))
                    .explain(
                            Texts.of(
                                    "realusers.delete.explain",
                                    Amounts.of(dataset.kind(), dataset.rows())))
                    .dangerous()
                    .show(model::delete);
        }
    }
}
