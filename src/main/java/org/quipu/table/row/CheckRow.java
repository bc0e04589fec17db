package org.quipu.table.row;

import org.quipu.table.Column;

/** One quality check over one source. */
public record CheckRow(
    @Column(en = "the check", es = "el control") String checkId,
    String source,
    @Column(en = "the rule that is checked", es = "la regla que se controla") String rule,
    @Column(
            en = "what a failing row means: reject (quarantined), warn (used), stop (the run ends)",
            es =
                "qué significa una fila que falla: reject (cuarentena), warn (se usa), stop (la ejecución termina)")
        String severity,
    @Column(en = "rows the check looked at", es = "filas examinadas por el control") Long rows,
    @Column(en = "rows that fail the check", es = "filas que no superan el control") Long failing,
    @Column(
            en = "failing rows in percent of the rows looked at",
            es = "filas que no superan el control, en porcentaje de las examinadas")
        Double percent,
    @Column(
            en = "percent of failing rows that is still allowed",
            es = "porcentaje de filas que se tolera")
        Double threshold,
    @Column(
            en = "passed, passed_with_failing_rows, or failed (beyond what is allowed)",
            es =
                "passed (superado), passed_with_failing_rows (superado, con filas que fallan) o failed (más de lo que se tolera)")
        String status,
    String detailEs,
    String detailEn) {}
