package org.quipu.sample;

import java.util.List;

/**
 * {@code practice-codebook.csv}: 17 questions, 52 options, the verdicts of three experts (A04). The
 * panel's majority calls 32 options good and 20 less effective; on 9 options one expert dissents.
 */
final class PracticeCodebook {
  private static final List<String> EXPERTS = List.of("E1", "E2", "E3");

  /**
   * One option of one question.
   *
   * @param classification the panel's majority
   * @param used1 DIRESAs of group 1 that use it, of 6
   * @param used2 DIRESAs of group 2 that use it, of 6
   * @param dissenter the expert who disagrees, or {@code -}
   */
  record Practice(
      String question,
      String option,
      String function,
      String classification,
      int used1,
      int used2,
      String dissenter,
      String textEs,
      String textEn) {

    boolean good() {
      return classification.equals("good");
    }

    int used(int group) {
      return group == 1 ? used1 : used2;
    }

    private static Practice parse(String line) {
      String[] p = line.split("\\|");
      return new Practice(
          p[0], p[1], p[2], p[3], Integer.parseInt(p[4]), Integer.parseInt(p[5]), p[6], p[7], p[8]);
    }
  }

  /**
   * Question, option, function, verdict, use in group 1 and in group 2, dissenting expert, texts.
   * The counts carry A10 (78 and 46 good marks) and A12 to A16: of the good practices exactly 11
   * are used by at least two more DIRESAs of group 1 than of group 2, and exactly four by more than
   * half of all.
   */
  static final List<Practice> PRACTICES =
      """
      Q01|A|leadership|good|4|1|-|El coordinador del programa es un funcionario de la DIRESA designado específicamente para ello|The programme coordinator is a DIRESA official specifically designated for that purpose
      Q01|B|leadership|less_effective|1|3|-|El coordinador es el director general de los servicios de salud|The coordinator is the overall director of health services
      Q01|C|leadership|less_effective|1|3|-|El coordinador coordina también programas verticales de salud|The coordinator also coordinates vertical health programmes
      Q02|A|leadership|good|4|2|-|El coordinador fue designado por Resolución Directoral|The coordinator was designated by Directorial Resolution
      Q02|B|leadership|less_effective|1|2|E2|El coordinador fue designado por memorando|The coordinator was designated by memorandum
      Q02|C|leadership|less_effective|1|3|-|El coordinador no tiene designación formal|The coordinator has no formal designation
      Q03|A|leadership|good|2|1|-|El ETAC reúne a un médico, un abogado y un contador|The TTSA is made up of a physician, a lawyer and an accountant
      Q03|B|leadership|good|1|1|E3|Los miembros del ETAC fueron reconocidos por resolución|The members of the TTSA were recognised by resolution
      Q03|C|leadership|less_effective|2|4|-|Los miembros del ETAC tienen además otras responsabilidades|The members of the TTSA have other responsibilities as well
      Q04|A|information_systems|good|2|2|-|El plan de salud local fija metas de cobertura y de uso de los servicios|The local health plan sets goals of coverage and of use of services
      Q04|B|information_systems|good|4|2|-|El plan de salud local incorpora metas de educación e información en salud|Health education and information goals are incorporated into the local health plan
      Q04|C|information_systems|good|1|0|E1|El plan de salud local aborda los determinantes sociales|The local health plan addresses social determinants of health
      Q04|D|information_systems|less_effective|2|3|-|La promoción de la salud queda a criterio de cada establecimiento|Health promotion is left to the discretion of each facility
      Q05|A|information_systems|good|1|1|-|Las metas se fijan con la comunidad según sus necesidades|Goals are set with the community according to its needs
      Q05|B|information_systems|less_effective|3|3|-|La DIRESA fija las mismas metas para todos|The DIRESA sets the same goals for all
      Q05|C|information_systems|less_effective|2|3|-|Se repiten las metas del año anterior|The goals of the year before are repeated
      Q06|A|information_systems|good|1|1|-|El avance se revisa cada trimestre contra el plan local|Progress is reviewed every quarter against the local plan
      Q06|B|information_systems|good|1|0|E2|El sistema de información de la DIRESA distingue a cada CLAS|The DIRESA's information system tells each CLAS apart
      Q06|C|information_systems|less_effective|2|4|-|El avance se revisa solo al final del año|Progress is reviewed only at the end of the year
      Q07|A|financial_control|good|6|5|-|Los CLAS presentan informes financieros mensuales con documentos sustentatorios|CLAS submit monthly financial reports with supporting documents
      Q07|B|financial_control|less_effective|1|1|-|Los CLAS informan solo cuando se les pide|CLAS report only when asked
      Q08|A|financial_control|good|4|2|-|Los gastos se controlan con visitas periódicas para comprobar los documentos sustentatorios|Expenses are monitored by periodic visits to check supporting documents
      Q08|B|financial_control|good|1|1|-|El contador del ETAC concilia los extractos bancarios|The accountant of the TTSA reconciles the bank statements
      Q08|C|financial_control|less_effective|1|2|-|Los gastos se revisan solo si hay una queja|Expenses are reviewed only after a complaint
      Q09|A|financial_control|good|4|1|-|Los balances son auditados por un contador público externo contratado por la DIRESA|Balance sheets are audited by an external certified accountant contracted by the DIRESA
      Q09|B|financial_control|good|1|1|E1|Los balances son auditados por la Oficina de Economía de la DIRESA|Balance sheets are audited by the DIRESA's Finance Office
      Q09|C|financial_control|less_effective|2|2|-|Los balances son auditados por el contador que integra el ETAC|Balance sheets are audited by the accountant who is part of the TTSA
      Q09|D|financial_control|less_effective|1|2|E3|Los balances son auditados por el Órgano de Control Institucional|Balance sheets are audited by the Internal Control Office
      Q10|A|financial_control|good|0|0|-|El ETAC se financia con un presupuesto regional del programa|The TTSA is funded from a subnational programme budget
      Q10|B|financial_control|less_effective|6|5|E1|El ETAC se financia desde la oficina del programa en el ministerio central|The TTSA is funded by the central ministry's office for the programme
      Q10|C|financial_control|less_effective|1|1|-|El ETAC se financia con aportes de los CLAS|The TTSA is funded by contributions of the CLAS
      Q11|A|transfer_of_capability|good|5|4|-|Se da asesoría técnica para formular el plan de salud local|Technical advice is given on the formulation of the local health plan
      Q11|B|transfer_of_capability|good|4|2|-|Se capacita al personal y a los miembros del CLAS|Trainings for staff and CLAS members are conducted
      Q11|C|transfer_of_capability|good|4|2|-|Se distribuyen documentos instructivos e informativos|Instructional and informative documents are distributed
      Q11|D|transfer_of_capability|good|3|1|-|Se asigna personal de la DIRESA a los trámites de los CLAS|DIRESA personnel are assigned to carry out procedures for the CLAS
      Q11|E|transfer_of_capability|less_effective|1|2|-|Se da asistencia técnica solo a pedido|Technical assistance is given only on request
      Q12|A|transfer_of_capability|good|1|1|-|Se forma a los gerentes de CLAS en gestión y liderazgo|CLAS managers are trained in management and leadership
      Q12|B|transfer_of_capability|good|1|0|-|Se orienta a cada nuevo consejo directivo|Each new board of directors receives an induction
      Q12|C|transfer_of_capability|less_effective|2|3|-|Solo capacitan los programas verticales|Only the vertical programmes give training
      Q13|A|transfer_of_capability|good|1|1|-|Se reúne a los CLAS para intercambiar experiencias|CLAS are brought together to share experiences
      Q13|B|transfer_of_capability|good|0|1|E2|Cada CLAS tiene un manual de procedimientos|Each CLAS has a manual of procedures
      Q14|A|supervision|good|4|1|-|El ETAC tiene claras las acciones por realizar para el buen desarrollo de los CLAS|The TTSA is clear about the actions to be implemented for acceptable development of CLAS
      Q14|B|supervision|good|1|0|-|El ETAC tiene un plan anual de trabajo y supervisión|The TTSA has an annual plan of work and supervision
      Q14|C|supervision|less_effective|2|4|-|El ETAC planifica periódicamente según la prioridad del momento|The TTSA plans periodically, as needs take priority
      Q15|A|supervision|good|4|1|-|Las visitas de supervisión las hacen exclusivamente miembros del ETAC|Supervision visits are made exclusively by TTSA members
      Q15|B|supervision|good|4|4|-|El ETAC coordina y hace visitas junto con los supervisores de otros programas|The TTSA coordinates and makes visits jointly with supervisors of other programmes
      Q15|C|supervision|less_effective|1|3|E3|Supervisan las redes o unidades ejecutoras intermedias|Intermediate networks or budget-executing units supervise
      Q16|A|supervision|good|4|3|-|Se usa una guía de supervisión preestablecida|A pre-established supervision guide is used
      Q16|B|supervision|good|1|2|-|Cada visita deja un informe cuyas recomendaciones se siguen|Each visit leaves a report whose recommendations are followed up
      Q16|C|supervision|less_effective|2|3|-|Cada supervisor decide qué revisar|Each supervisor decides what to review
      Q17|A|other_resources|good|3|1|-|Se contrata por corto plazo a profesionales recién egresados|Newly graduated health professionals are contracted short term
      Q17|B|other_resources|good|1|1|-|Se dispone de transporte y viáticos para el ETAC|Transport and travel allowances are available to the TTSA
      """
          .lines()
          .map(Practice::parse)
          .toList();

  private PracticeCodebook() {}

  static CsvFile file() {
    CsvFile file =
        CsvFile.withHeader(
            "practice-codebook.csv",
            "question_id",
            "option_id",
            "function",
            "classification",
            "text_es",
            "text_en",
            "expert_id");
    for (Practice p : PRACTICES) {
      for (String expert : EXPERTS) {
        boolean agrees = !expert.equals(p.dissenter);
        String verdict = agrees == p.good() ? "good" : "less_effective";
        file.add(p.question, p.option, p.function, verdict, p.textEs, p.textEn, expert);
      }
    }
    file.plantCopy(20, 21);
    Practice last = PRACTICES.get(PRACTICES.size() - 1);
    file.plant(
        159, last.question, last.option, last.function, "regular", last.textEs, last.textEn, "E4");
    return file;
  }
}
