package dev.parallax.bench;

import dev.parallax.ui.compare.CompareView;

/// A screen from which nobody goes anywhere.
final class NoWays implements CompareView.Ways {
    @Override
    public void toRealUsers() {}

    @Override
    public void toJourneys() {}

    @Override
    public void toPageViews(CompareView.PickedViews views) {}
}
