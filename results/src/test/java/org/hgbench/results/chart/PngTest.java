package org.hgbench.results.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
  @Test
  void everyPixelIsReadBackAsItWas() throws IOException {
    Random random = new Random(3);
    BufferedImage image = new BufferedImage(37, 21, BufferedImage.TYPE_INT_RGB);
    int[] pixels = random.ints(37 * 21, 0, 1 << 24).toArray();
    image.setRGB(0, 0, 37, 21, pixels, 0, 37);

    BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.of(image)));

    assertThat(read.getWidth()).isEqualTo(37);
    assertThat(read.getHeight()).isEqualTo(21);
    assertThat(read.getRGB(0, 0, 37, 21, null, 0, 37))
        .isEqualTo(image.getRGB(0, 0, 37, 21, null, 0, 37));
  }
}
