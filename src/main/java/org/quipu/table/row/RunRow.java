package org.quipu.table.row;

import java.time.Instant;
import org.quipu.table.Column;

/** One run: what ran, on which configuration, when, and how it ended. */
public record RunRow(
    @Column(en = "the job that ran", es = "el trabajo que se ejecutó") String job,
    @Column(en = "version of Quipu", es = "versión de Quipu") String version,
    @Column(
            en = "SHA-256 of the resolved configuration",
            es = "SHA-256 de la configuración resuelta")
        String configurationHash,
    @Column(en = "start of the run, UTC", es = "inicio de la ejecución, UTC") Instant started,
    @Column(en = "end of the run, UTC", es = "fin de la ejecución, UTC") Instant finished,
    @Column(en = "duration in seconds", es = "duración en segundos") Double seconds,
    @Column(
            en = "exit code: 0 done, 1 an analysis failed, 4 a strict check failed",
            es = "código de salida: 0 terminado, 1 falló un análisis, 4 falló un control estricto")
        Integer exitCode,
    @Column(en = "version of Apache Spark", es = "versión de Apache Spark") String sparkVersion,
    @Column(en = "version of Java", es = "versión de Java") String javaVersion,
    @Column(
            en = "where Spark ran, e.g. local[2] or yarn",
            es = "dónde se ejecutó Spark, p. ej. local[2] o yarn")
        String master,
    @Column(en = "inputs read", es = "entradas leídas") long inputs,
    @Column(en = "rows read in all inputs", es = "filas leídas en todas las entradas")
        long rowsRead,
    @Column(en = "rows accepted in all inputs", es = "filas aceptadas en todas las entradas")
        long accepted,
    @Column(
            en = "rows put in quarantine in all inputs",
            es = "filas en cuarentena en todas las entradas")
        long quarantined,
    @Column(en = "duplicate rows in all inputs", es = "filas duplicadas en todas las entradas")
        long duplicates,
    @Column(en = "quality checks that failed", es = "controles de calidad no superados")
        long checksFailed,
    @Column(
            en = "analyses that failed, separated by commas; NULL when none did",
            es = "análisis que fallaron, separados por comas; NULL si ninguno falló")
        String failedAnalyses) {}
