package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said of an answer that was left out is made of what is kept of it. */
class RemovalTest {
  @Test
  void eachRuleSaysWhyInBothLanguages() {
    Removal scale = Removal.scaleBounds("a.csv", 7, "item_01", "-9.5", "-2", "2.5");
    assertThat(scale.allowed()).isEqualTo("[-2, 2.5]");
    assertThat(scale.reason().en())
        .isEqualTo("Item item_01 was answered -9.5; the scale is -2 to 2.5.");
    assertThat(scale.reason().es())
        .isEqualTo("El ítem item_01 se respondió con -9.5; la escala va de -2 a 2.5.");

    Removal share = Removal.answeredShare("a.csv", 7, 3, 42, "0.5");
    assertThat(share.reason().en())
        .isEqualTo(
            "The respondent answered 3 of 42 items on the scale; a share of at least 0.5 is"
                + " required.");
    assertThat(share.reason().es()).contains("respondió 3 de 42 ítems", "al menos 0.5.");

    Removal fence = Removal.fence("a.csv", 7, "economic", "1.25", "1.5", "4");
    assertThat(fence.reason().en())
        .isEqualTo("The score 1.25 in economic lies beyond the fences [1.5, 4].");
    assertThat(fence.reason().es()).contains("El puntaje 1.25 en economic", "[1.5, 4].");
    assertThat(fence.at("b.csv").reason()).isEqualTo(fence.reason());
  }
}
