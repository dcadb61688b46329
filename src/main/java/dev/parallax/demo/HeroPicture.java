package dev.parallax.demo;

/// The large picture of the shop's home page: a lighthouse at first light, in flat poster colours.
/// Painted by code, the same on every machine, so that the repository holds no binary and the home
/// page has a real image as its largest contentful paint.
///
/// Coordinates of the scene: x from 0 (left) to 1 (right), y from 0 (top) to 1 (bottom).
final class HeroPicture {
    static final int WIDTH = 1600;
    static final int HEIGHT = 900;

    private static final double ASPECT = (double) WIDTH / HEIGHT;
    private static final double HORIZON = 0.60;
    private static final double SUN_X = 0.635;
    private static final double SUN_Y = 0.50;
    private static final double TOWER_X = 0.80;
    private static final double TOWER_TOP = 0.205;
    private static final double TOWER_FOOT = 0.465;

    /// Rings around the sun, inner first: the sky of the poster.
    private static final int[] SKY = {
        0xffe9bd, 0xfcd9a0, 0xf6c58a, 0xecae7c, 0xdd9775, 0xc78376, 0xab747c, 0x8a6881, 0x6a5d80,
        0x4f547b, 0x3c4b72
    };

    /// The one the lighthouse stands on.
    private static final Headland NEAR =
            new Headland(3, 0.46, 0.10, 2.1, 0.660, 0x24445c, 0x2f5570, 0.58, 1.2);

    /// The others, nearest first.
    private static final Headland[] FAR = {
        new Headland(11, 0.515, 0.07, 2.6, 0.632, 0x4d6178, 0x5d7086, 0.0, 0.33),
        new Headland(23, 0.50, 0.09, 3.1, 0.615, 0x84798a, 0x94848f, -0.2, 1.2),
        new Headland(37, 0.515, 0.10, 3.8, HORIZON, 0xb98b86, 0xc5968a, -0.2, 1.2),
    };

    /// One line of hills.
    ///
    /// @param crest mean height of the ridge, as y
    /// @param relief how far the ridge goes up and down from there
    /// @param foot the y where it meets the water
    /// @param lit colour of the slopes that look at the sun
    /// @param from where it rises out of the sea, as x; before it there is none
    /// @param to where it sinks back
    private record Headland(
            int seed,
            double crest,
            double relief,
            double frequency,
            double foot,
            int shade,
            int lit,
            double from,
            double to) {

        double ridge(double x) {
            double rise = smooth((x - from) / 0.2) * smooth((to - x) / 0.2);
            double top = crest - relief * (fractal(x * frequency, seed) - 0.5);
            return foot - (foot - top) * rise;
        }

        boolean covers(double x, double y) {
            boolean near = y < foot && y > crest - relief / 2 && x > from && x < to;
            return near && y > ridge(x);
        }

        int colour(double x, double y) {
            double slope = fractal(x * frequency * 2.3 + y * 3.1, seed + 7);
            return slope > 0.52 ? lit : shade;
        }
    }

    private HeroPicture() {}

    /// The picture as PNG, 1600 × 900.
    static byte[] png() {
        var flat = new int[WIDTH * HEIGHT];
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                flat[row * WIDTH + column] = colourAt((column + 0.5) / WIDTH, (row + 0.5) / HEIGHT);
            }
        }
        var pixels = new int[flat.length];
        for (int i = 0; i < flat.length; i++) {
            boolean edge =
                    flat[i] != flat[Math.max(0, i - 1)]
                            || flat[i] != flat[Math.min(flat.length - 1, i + 1)]
                            || flat[i] != flat[Math.max(0, i - WIDTH)]
                            || flat[i] != flat[Math.min(flat.length - 1, i + WIDTH)];
            pixels[i] = grain(edge ? smoothed(i % WIDTH, i / WIDTH) : flat[i], i);
        }
        return PngImage.encode(pixels, WIDTH, HEIGHT);
    }

    /// The mean of four points within the pixel: soft edges.
    private static int smoothed(int column, int row) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int part = 0; part < 4; part++) {
            int colour =
                    colourAt(
                            (column + 0.25 + 0.5 * (part & 1)) / WIDTH,
                            (row + 0.25 + 0.25 * (part & 2)) / HEIGHT);
            red += colour >> 16;
            green += colour >> 8 & 0xff;
            blue += colour & 0xff;
        }
        return ((red / 4) << 16) | ((green / 4) << 8) | (blue / 4);
    }

    /// The tooth of printing paper: one point in twenty a little darker. It also gives the file the
    /// weight a photograph of this size has on the web.
    private static int grain(int colour, int index) {
        return Chance.of(97, index) < 0.05 ? mix(colour, 0x000000, 0.035) : colour;
    }

    /// What is seen at a point: the nearest thing that covers it.
    private static int colourAt(double x, double y) {
        if (y > 0.86 && y > 0.955 - 0.11 * fractal(x * 3.2, 51) - 0.05 * (1 - x)) {
            return y > 0.985 - 0.11 * fractal(x * 4.6, 57) ? 0x0c1d2b : 0x12283a;
        }
        if (NEAR.covers(x, y)) {
            return NEAR.colour(x, y);
        }
        if (Math.abs(x - TOWER_X) < 0.05) {
            int tower = tower(x, y);
            if (tower >= 0) {
                return tower;
            }
        }
        for (Headland headland : FAR) {
            if (headland.covers(x, y)) {
                return headland.colour(x, y);
            }
        }
        return y > HORIZON ? sea(x, y) : sky(x, y);
    }

    private static int sky(double x, double y) {
        double distance = Math.hypot((x - SUN_X) * ASPECT, y - SUN_Y);
        if (distance < 0.062) {
            return 0xfff6dd;
        }
        if (y > 0.17 && y < 0.44 && cloudy(x, y)) {
            return distance < 0.45 ? 0xffe3b4 : 0xd9a58f;
        }
        int ring = (int) ((distance - 0.062) * 11.5);
        return SKY[Math.min(ring, SKY.length - 1)];
    }

    /// Two thin banks of cloud.
    private static boolean cloudy(double x, double y) {
        double thickness = fractal(x * 3.4 + 5, 71) * fractal(x * 9 + y * 4, 73);
        double upper = Math.abs(y - 0.21 - 0.05 * fractal(x * 2.2, 79));
        double lower = Math.abs(y - 0.355 - 0.04 * fractal(x * 1.7, 83));
        return upper < 0.05 * (thickness - 0.2) || lower < 0.036 * (thickness - 0.26);
    }

    private static int sea(double x, double y) {
        double depth = (y - HORIZON) / (1 - HORIZON);
        double swell = noise(x * 9 / (0.25 + depth), (int) (Math.sqrt(depth) * 74) + 100);
        double glitter = 1 - Math.abs(x - SUN_X) / (0.035 + 0.20 * depth);
        if (glitter > 0 && swell < 0.25 + 0.6 * glitter * (1 - 0.55 * depth)) {
            return depth < 0.3 ? 0xffe3b0 : 0xf2bd8a;
        }
        if (swell > 0.80 - 0.12 * depth) {
            return mix(0x7f8fa0, 0x2e5873, Math.min(1, depth * 1.3));
        }
        int band = (int) (Math.sqrt(depth) * 9);
        return mix(0x6b8296, 0x16324a, Math.min(1, band / 7.0));
    }

    private static int tower(double x, double y) {
        double across = (x - TOWER_X) * ASPECT;
        double down = (y - TOWER_TOP) / (TOWER_FOOT - TOWER_TOP);
        if (down >= 0 && down <= 1 && Math.abs(across) < 0.017 + 0.011 * down) {
            boolean red = (down > 0.24 && down < 0.46) || (down > 0.68 && down < 0.88);
            boolean lit = across < 0.004;
            if (red) {
                return lit ? 0xd9603f : 0xa8432b;
            }
            return lit ? 0xfbf1df : 0xcfc0b4;
        }
        double above = TOWER_TOP - y;
        if (above > 0 && above < 0.009 && Math.abs(across) < 0.026) {
            return 0x12283a;
        }
        if (above > 0 && above < 0.048 && Math.abs(across) < 0.014) {
            return Math.abs(across) < 0.009 ? 0xffdf8c : 0x12283a;
        }
        if (above >= 0.048 && above < 0.078 && Math.abs(across) < (0.078 - above) * 0.62) {
            return 0x12283a;
        }
        if (y > 0.412 && y < TOWER_FOOT && across > 0.02 && across < 0.072) {
            boolean roof = y < 0.429 && across - 0.02 > (0.429 - y) && 0.072 - across > 0.429 - y;
            if (roof) {
                return 0xa8432b;
            }
            return y >= 0.429 ? 0xe5d6c6 : -1;
        }
        return -1;
    }

    private static int mix(int from, int to, double share) {
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xff;
            int b = to >> shift & 0xff;
            colour |= (int) Math.round(a + (b - a) * share) << shift;
        }
        return colour;
    }

    /// Three octaves of value noise, 0 to 1.
    private static double fractal(double x, int seed) {
        return 0.57 * noise(x, seed) + 0.28 * noise(x * 2.7, seed + 1) + 0.15 * noise(x * 7, seed);
    }

    /// Smooth random values between whole numbers, 0 to 1.
    private static double noise(double x, int seed) {
        double floor = Math.floor(x);
        double left = Chance.of(seed, (long) floor);
        double right = Chance.of(seed, (long) floor + 1);
        return left + (right - left) * smooth(x - floor);
    }

    /// 0 up to 0, 1 from 1 on, and an S between.
    private static double smooth(double t) {
        double inside = Math.clamp(t, 0, 1);
        return inside * inside * (3 - 2 * inside);
    }
}
