package org.quipu.sample;

import java.util.List;

/**
 * {@code instrument.csv}: 39 items on a scale of 1 to 5 in three dimensions. The published paper
 * names what some items ask; the wording is invented throughout.
 */
final class Instrument {
  static final int LOWEST = 1;
  static final int HIGHEST = 5;

  /**
   * One item.
   *
   * @param typical the answer around which staff answer, before rounding to the scale; it gives the
   *     clean items the pattern that the paper describes
   */
  record Item(String dimension, double typical, String textEs, String textEn) {
    private static Item parse(String line) {
      String[] p = line.split("\\|");
      return new Item(p[0], Double.parseDouble(p[1]), p[2], p[3]);
    }
  }

  static final List<Item> ITEMS =
      """
      institutional|3.80|Existe un marco normativo claro|There is a clear regulatory framework
      institutional|3.70|El marco normativo está actualizado|The regulatory framework is up to date
      institutional|3.75|Las decisiones siguen procedimientos documentados|Decisions follow documented procedures
      institutional|2.40|Las funciones de cada instancia están definidas|The duties of each body are defined
      institutional|2.05|Las instituciones coordinan de manera efectiva|Institutions coordinate effectively
      institutional|2.00|Hay convenios vigentes entre instituciones|Agreements between institutions are in force
      institutional|2.10|Las reuniones de coordinación llevan a acuerdos|Coordination meetings lead to agreements
      institutional|2.00|Los niveles de gobierno articulan sus planes|Levels of government align their plans
      institutional|1.95|Hay mecanismos de control del uso de recursos|There are mechanisms to control the use of resources
      institutional|1.90|El uso de recursos tiene seguimiento|The use of resources is followed up
      institutional|1.95|El seguimiento evalúa la eficiencia|Follow-up assesses efficiency
      institutional|2.10|La supervisión es regular|Supervision is regular
      institutional|2.00|La supervisión da retroalimentación|Supervision gives feedback
      institutional|2.10|Los directivos tienen capacidad técnica|Managers have technical capacity
      institutional|2.05|Las responsabilidades se evalúan|Responsibilities are evaluated
      economic|3.00|Los recursos financieros se usan con eficiencia|Financial resources are used efficiently
      economic|2.90|El gasto responde a lo programado|Spending follows the plan
      economic|2.30|La eficiencia se evalúa y se corrige periódicamente|Efficiency is evaluated and corrected periodically
      economic|1.90|Los recursos se distribuyen con equidad|Resources are distributed equitably
      economic|1.60|Hay políticas que reducen disparidades en los recursos|There are policies that reduce disparities in resources
      economic|1.85|La distribución considera las necesidades|Distribution considers needs
      economic|2.30|Se invierte lo suficiente en prevención|Enough is invested in prevention
      economic|2.25|Se invierte lo suficiente en promoción de la salud|Enough is invested in health promotion
      economic|2.15|Se evalúa el impacto de la inversión preventiva|The impact of preventive investment is evaluated
      social|3.60|La equidad es un principio de la gestión|Equity is a principle of management
      social|2.50|Hay políticas efectivas para reducir desigualdades|There are effective policies to reduce inequalities
      social|2.40|La equidad se monitorea y se corrige|Equity is monitored and corrected
      social|1.90|La comunidad participa en las decisiones|The community takes part in decisions
      social|1.80|Los grupos vulnerables participan en las decisiones|Vulnerable groups take part in decisions
      social|1.85|Las propuestas de la comunidad se recogen|Proposals of the community are taken up
      social|3.50|Se respetan los derechos humanos|Human rights are respected
      social|2.30|La atención respeta la lengua y la cultura|Care respects language and culture
      social|2.20|Los reclamos se atienden con justicia|Complaints are handled fairly
      social|2.20|Los servicios llegan a la población rural|Services reach the rural population
      social|2.15|Los usuarios conocen los canales de participación|Users know the channels of participation
      social|2.20|Las decisiones se comunican al personal|Decisions are communicated to staff
      social|1.90|La información de la gestión es pública y clara|Management information is public and clear
      social|1.80|Se rinden cuentas a la comunidad|The community is given account
      social|1.85|La comunidad recibe respuesta a sus observaciones|The community receives a response to its observations
      """
          .lines()
          .map(Item::parse)
          .toList();

  private Instrument() {}

  static CsvFile file() {
    CsvFile file =
        CsvFile.withHeader(
            "instrument.csv",
            "item_id",
            "dimension_id",
            "min",
            "max",
            "reversed",
            "text_es",
            "text_en");
    for (int i = 0; i < ITEMS.size(); i++) {
      Item item = ITEMS.get(i);
      file.add(itemId(i), item.dimension, LOWEST, HIGHEST, 0, item.textEs, item.textEn);
    }
    return file;
  }

  /** The id of the item at the given place, counted from 0. */
  static String itemId(int index) {
    return "item_%02d".formatted(index + 1);
  }
}
