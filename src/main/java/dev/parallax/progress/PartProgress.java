package dev.parallax.progress;

/// A part of something longer.
record PartProgress(Progress whole, double from, double to, String name) implements Progress {

    @Override
    public void report(double fraction, String what) {
        double done = Double.isNaN(fraction) ? 0 : fraction;
        whole.report(from + (to - from) * done, name + ": " + what);
    }

    @Override
    public boolean isCancelled() {
        return whole.isCancelled();
    }

    @Override
    public void onCancel(Runnable action) {
        whole.onCancel(action);
    }
}
