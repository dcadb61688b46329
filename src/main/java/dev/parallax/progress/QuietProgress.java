package dev.parallax.progress;

/// Cancelled with another one; tells nothing.
record QuietProgress(Progress whole) implements Progress {

    @Override
    public void report(double fraction, String what) {}

    @Override
    public boolean isCancelled() {
        return whole.isCancelled();
    }

    @Override
    public void onCancel(Runnable action) {
        whole.onCancel(action);
    }
}
