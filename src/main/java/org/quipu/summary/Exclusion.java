package org.quipu.summary;

import java.util.Locale;
import org.quipu.quality.Sentence;

/** Why a respondent does not count. A respondent is excluded for the first reason that applies. */
public enum Exclusion {
  EXPERIENCE_UNKNOWN(
      "The years of experience are not known.", "No se conocen los años de experiencia."),
  TOO_LITTLE_EXPERIENCE(
      "Fewer years of experience than required.", "Menos años de experiencia que los exigidos."),
  ROLE_UNKNOWN("The role is not known.", "No se conoce el cargo."),
  ROLE_NOT_ELIGIBLE(
      "The role is not one of those that the study asks.",
      "El cargo no es de los que el estudio consulta.");

  private final Sentence sentence;

  Exclusion(String en, String es) {
    this.sentence = new Sentence(en, es);
  }

  /** The name in result tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Sentence sentence() {
    return sentence;
  }
}
