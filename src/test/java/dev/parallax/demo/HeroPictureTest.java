package dev.parallax.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class HeroPictureTest {

    @Test
    void isAPictureOthersCanRead() throws IOException {
        byte[] png = HeroPicture.png();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(picture.getWidth()).isEqualTo(1600);
        assertThat(picture.getHeight()).isEqualTo(900);
        assertThat(png).hasSizeBetween(150_000, 450_000);
    }

    @Test
    void keepsEachPixel() throws IOException {
        int[] pixels = {0xff0000, 0x00ff00, 0x0000ff, 0x123456, 0xffffff, 0x000000};
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(PngImage.encode(pixels, 3, 2)));
        assertThat(picture.getRGB(0, 0, 3, 2, null, 0, 3))
                .containsExactly(
                        0xffff0000, 0xff00ff00, 0xff0000ff, 0xff123456, 0xffffffff, 0xff000000);
    }
}
