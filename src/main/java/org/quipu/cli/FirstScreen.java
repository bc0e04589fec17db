package org.quipu.cli;

/** What {@code jobs/quipu} says when it is asked for nothing. */
final class FirstScreen {
  private static final String EN =
      """
      Quipu: from a country's health-facility data and staff surveys to statistics that can be trusted.

      Try:
        jobs/quipu run                        every study on the sample data, into warehouse/
        jobs/quipu tables                     what the run has made
        jobs/quipu show figure_check          the published figures, re-computed

      Your own data:
        jobs/quipu run staff-governance --set sources.staff-survey.path=MY.csv

      All verbs: jobs/quipu --help      In Spanish: jobs/quipu --lang es
      """;

  private static final String ES =
      """
      Quipu: de los datos de establecimientos de salud y encuestas al personal a estadísticas confiables.

      Pruebe:
        jobs/quipu run                        todos los estudios con los datos de muestra, en warehouse/
        jobs/quipu tables                     lo que produjo la corrida
        jobs/quipu show figure_check          las cifras publicadas, calculadas de nuevo

      Con sus propios datos:
        jobs/quipu run staff-governance --set sources.staff-survey.path=MIS_DATOS.csv

      Todos los verbos: jobs/quipu --help      En inglés: jobs/quipu --lang en
      """;

  private FirstScreen() {}

  static void print(Screen screen) {
    screen.out().print(screen.say(EN, ES));
  }
}
