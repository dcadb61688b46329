package dev.parallax.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes a true-colour picture as PNG (ISO/IEC 15948), without AWT: the shop runs beside JavaFX
/// and on machines without any display.
final class PngImage {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte TRUE_COLOUR = 2;
    private static final byte FILTER_UP = 2;
    private static final int BYTES_PER_PIXEL = 3;

    private PngImage() {}

    /// @param pixels `0xRRGGBB` row by row from the top left, `width` × `height` of them
    static byte[] encode(int[] pixels, int width, int height) {
        if (pixels.length != width * height) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels are not " + width + " x " + height);
        }
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put(TRUE_COLOUR);
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        png.writeBytes(chunk("IHDR", header.array()));
        png.writeBytes(chunk("IDAT", deflate(filterUp(pixels, width, height))));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    /// Each byte minus the one above it: flat areas become zeros.
    private static byte[] filterUp(int[] pixels, int width, int height) {
        var raw = new byte[height * (1 + width * BYTES_PER_PIXEL)];
        int at = 0;
        for (int y = 0; y < height; y++) {
            raw[at++] = FILTER_UP;
            for (int x = 0; x < width; x++) {
                int pixel = pixels[y * width + x];
                int above = y == 0 ? 0 : pixels[(y - 1) * width + x];
                for (int shift = 16; shift >= 0; shift -= 8) {
                    raw[at++] = (byte) ((pixel >> shift) - (above >> shift));
                }
            }
        }
        return raw;
    }

    private static byte[] deflate(byte[] raw) {
        try (var deflater = new Deflater()) {
            deflater.setInput(raw);
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            var buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) checksum.getValue())
                .array();
    }
}
