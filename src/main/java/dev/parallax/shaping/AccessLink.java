package dev.parallax.shaping;

/// Both directions of the link all connections of a run share.
final class AccessLink {
    private final Shape shape;
    private final Link down;
    private final Link up;

    AccessLink(Shape shape) {
        this.shape = shape;
        down = new Link(shape.downNanosPerByte(), shape.oneWayNanos());
        up = new Link(shape.upNanosPerByte(), shape.oneWayNanos());
    }

    /// A new connection's sending end at the far side.
    Sender down() {
        return new Sender(down, shape.downNanosPerByte());
    }

    /// A new connection's sending end at the client's side.
    Sender up() {
        return new Sender(up, shape.upNanosPerByte());
    }

    long rttNanos() {
        return shape.rttNanos();
    }
}
