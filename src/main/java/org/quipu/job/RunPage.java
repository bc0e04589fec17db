package org.quipu.job;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.quipu.config.JobConfig;
import org.quipu.report.ReportPage;
import org.quipu.survey.Item;
import org.quipu.survey.Practice;
import org.quipu.table.Text;

/** The page of a run, with the texts of practices and items from its inputs. */
final class RunPage {
  /** Its name in the version's directory. */
  static final String FILE = "report.html";

  private RunPage() {}

  static String html(JobConfig config, String runId, Inputs inputs, Results results) {
    Map<String, Text> practices = new TreeMap<>();
    for (Practice practice : inputs.codebook().practices()) {
      practices.put(practice.key(), text(practice.textEn(), practice.textEs()));
    }
    Map<String, Text> items = new TreeMap<>();
    for (Item item : inputs.instrument().items()) {
      items.put(item.itemId(), text(item.textEn(), item.textEs()));
    }
    String language = config.language().name().toLowerCase(Locale.ROOT);
    return ReportPage.of(results, new ReportPage.Context(language, runId, practices, items));
  }

  /** Where there is only one language, both readers see that; where there is none, nothing. */
  private static Text text(String en, String es) {
    String known = en != null ? en : es != null ? es : "";
    return new Text(en != null ? en : known, es != null ? es : known);
  }
}
