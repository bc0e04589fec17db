package org.quipu.report;

import java.util.Map;
import java.util.stream.Collectors;
import org.quipu.table.Text;

/**
 * A run on one page of HTML that needs nothing beside itself: answers in words, plots, tables. It
 * holds both languages; the reader chooses.
 */
public final class ReportPage {
  private static final String STYLE =
      """
      :root{color-scheme:light}
      body{font:16px/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:#1d2430;\
      background:#f6f7f9;margin:0}
      .page{max-width:60rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
      h1{font-size:1.7rem;margin:.2rem 0}
      h2{font-size:1.25rem;margin:2.6rem 0 .6rem;border-bottom:2px solid #1f7a8c;padding-bottom:.25rem}
      h3{font-size:1rem;margin:1.6rem 0 .4rem}
      p{margin:.5rem 0}
      .lead{font-size:1.12rem}
      .note{color:#5c677d;font-size:.9rem}
      .card{background:#fff;border:1px solid #e3e6ea;border-radius:8px;padding:.8rem 1rem;margin:.8rem 0}
      .two{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:.8rem}
      .two .card{margin:0}
      svg{width:100%;height:auto;font:12px system-ui,sans-serif;fill:#1d2430}
      .wide{overflow-x:auto}
      table{border-collapse:collapse;width:100%;font-size:.9rem;background:#fff}
      th,td{padding:.35rem .6rem;border-bottom:1px solid #e3e6ea;text-align:left;vertical-align:top}
      th{background:#eef1f4;font-weight:600}
      th.number,td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
      tr.differs td{background:#fff4e5}
      tr.inconsistent td{background:#fdeaea}
      tr.not_computable td{color:#5c677d}
      .key{display:inline-block;width:.8em;height:.8em;border-radius:50%;margin:0 .3em 0 .9em}
      .banner{background:#fff4e5;border-left:4px solid #c8553d;padding:.5rem .8rem}
      .languages{float:right;font-size:.9rem}
      .languages label{cursor:pointer;text-decoration:underline;color:#1f7a8c;margin-left:.7rem}
      input[name=language]{position:absolute;opacity:0}
      #en:focus-visible~.page label[for=en],#es:focus-visible~.page label[for=es]{outline:2px solid}
      .en,.es{display:none}
      #en:checked~.page .en,#es:checked~.page .es{display:block}
      @media print{body{background:#fff}.languages{display:none}}
      """;

  private ReportPage() {}

  /**
   * What the rows do not say.
   *
   * @param language that the page opens in: {@code es}, or English for anything else
   * @param practices what a practice is, by question/option
   * @param items what an item asks, by its id
   */
  public record Context(
      String language, String runId, Map<String, Text> practices, Map<String, Text> items) {}

  /** The page; the same rows give the same text. */
  public static String of(ResultRows rows, Context context) {
    boolean spanish = "es".equals(context.language());
    return "<!DOCTYPE html>\n<html lang=\""
        + (spanish ? "es" : "en")
        + "\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
        + "<title>Quipu · "
        + Markup.text(context.runId())
        + "</title><style>"
        + STYLE
        + "</style></head><body>"
        + "<input type=\"radio\" name=\"language\" id=\"en\""
        + (spanish ? "" : " checked")
        + "><input type=\"radio\" name=\"language\" id=\"es\""
        + (spanish ? " checked" : "")
        + "><div class=\"page\"><div class=\"languages\"><label for=\"es\">Español</label>"
        + "<label for=\"en\">English</label></div>"
        + body(rows, context, "en")
        + body(rows, context, "es")
        + "</div></body></html>\n";
  }

  private static String body(ResultRows rows, Context context, String language) {
    Phrases phrases = new Phrases(language);
    return "<main class=\"%s\" lang=\"%s\">".formatted(language, language)
        + "<h1>"
        + phrases.say(
            "Management practices, staff and performance",
            "Prácticas de gestión, personal y desempeño")
        + "</h1><p class=\"note\">Quipu · "
        + phrases.say("run ", "corrida ")
        + Markup.text(context.runId())
        + "</p>"
        + Reconstruction.note(rows, phrases).stream()
            .map(note -> "<p class=\"banner\">" + Markup.text(note) + "</p>")
            .collect(Collectors.joining())
        + PracticePart.html(rows, phrases, context.practices())
        + StaffPart.html(rows, phrases, context.items())
        + EvidencePart.html(rows, phrases)
        + "</main>";
  }
}
