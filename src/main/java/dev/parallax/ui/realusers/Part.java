package dev.parallax.ui.realusers;

/// The model of one tab: it is told what to show while it is on show, the newest wins.
interface Part {

    /// Shows this; asked again with the same it need not do anything.
    void show(Asked asked);

    /// Forgets what it shows: another data set comes.
    void clear();
}
