package org.quipu.source;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NumberTextTest {

  @Test
  void numbersReadAsTheyWereTyped() {
    assertThat(NumberText.of(4.52)).isEqualTo("4.52");
    assertThat(NumberText.of(4.5199999999999996)).isEqualTo("4.52");
    assertThat(NumberText.of(0.1 + 0.2)).isEqualTo("0.30000000000000004");
    assertThat(NumberText.of(2030.0)).isEqualTo("2030");
    assertThat(NumberText.of(-0.0)).isEqualTo("0");
    assertThat(NumberText.of(1e7)).isEqualTo("10000000");
    assertThat(NumberText.of(2e23)).isEqualTo("200000000000000000000000");
    assertThat(NumberText.of(1e-7)).isEqualTo("0.0000001");
    assertThat(NumberText.of(0.1f)).isEqualTo("0.1");
    assertThat(NumberText.of(16777216f)).isEqualTo("16777216");
    assertThat(NumberText.of(Double.NaN)).isEmpty();
    assertThat(NumberText.of(Float.NaN)).isEmpty();
    assertThat(NumberText.of(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    assertThat(NumberText.of(Float.POSITIVE_INFINITY)).isEqualTo("Infinity");
  }

  @Test
  void halvesReadAsTheyWereTyped() {
    assertThat(NumberText.ofHalf((short) 0x2e66)).isEqualTo("0.1");
    assertThat(NumberText.ofHalf((short) 0x4a40)).isEqualTo("12.5");
    assertThat(NumberText.ofHalf((short) 0xbc01)).isEqualTo("-1.001");
    assertThat(NumberText.ofHalf((short) 0x7bff)).isEqualTo("65500");
    assertThat(NumberText.ofHalf((short) 1)).isEqualTo("0.00000006");
    assertThat(NumberText.ofHalf((short) 0x8000)).isEqualTo("0");
    assertThat(NumberText.ofHalf((short) 0xfc00)).isEqualTo("-Infinity");
    assertThat(NumberText.ofHalf((short) 0x7e00)).isEmpty();
    assertThat(NumberText.ofHalf((short) 0x6801)).isEqualTo("2050");
  }

  @Property
  void everyNumberReadsBackAsItself(@ForAll double value) {
    assertThat(Double.parseDouble(NumberText.of(value))).isEqualTo(value == 0 ? 0.0 : value);
  }

  @Property
  void everyShortNumberReadsBackAsItself(@ForAll float value) {
    assertThat(Float.parseFloat(NumberText.of(value))).isEqualTo(value == 0 ? 0f : value);
  }
}
