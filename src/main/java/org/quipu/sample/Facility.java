package org.quipu.sample;

/**
 * One facility of the registry.
 *
 * @param id eight digits with leading zeros
 * @param networkId unique in the country, e.g. D01-R02
 * @param micronetworkId unique in the country, e.g. D01-R02-M03
 * @param category I-1 to I-4
 * @param ubigeo six digits; the department is 00, which no real district has
 * @param clasId the association that co-manages it; empty without CLAS
 * @param staff people who work there; empty where it is not known
 */
record Facility(
    String id,
    String name,
    String diresaId,
    String networkId,
    String micronetworkId,
    String category,
    String ubigeo,
    String clasId,
    String staff) {

  boolean clas() {
    return !clasId.isEmpty();
  }
}
