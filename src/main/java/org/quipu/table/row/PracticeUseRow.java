package org.quipu.table.row;

import org.quipu.table.Column;

/** Whether one DIRESA uses one practice. */
public record PracticeUseRow(
    String diresaId,
    String questionId,
    String optionId,
    String function,
    String classification,
    @Column(
            en = "whether the DIRESA marked the option; NULL when it did not answer",
            es = "si la DIRESA marcó la opción; NULL si no respondió")
        Boolean used) {}
