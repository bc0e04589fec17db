package org.quipu.registry;

import java.io.Serializable;

/**
 * A health facility (IPRESS, establecimiento) and its place in the tree; what is not known is null.
 *
 * @param networkId unique in the nation
 * @param micronetworkId unique in the nation
 * @param clas whether a community association co-manages it, as the registry says
 * @param staff people who work there
 */
public record Facility(
    String facilityId,
    String micronetworkId,
    String networkId,
    String diresaId,
    String category,
    Boolean clas,
    Long staff)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Whether the registry says that it is under CLAS; where it says nothing, it is not counted
   * there.
   */
  public boolean isUnderClas() {
    return Boolean.TRUE.equals(clas);
  }

  /** The same facility elsewhere in the tree. */
  Facility at(String newMicronetworkId, String newNetworkId, String newDiresaId) {
    return new Facility(
        facilityId, newMicronetworkId, newNetworkId, newDiresaId, category, clas, staff);
  }

  /** The unit of a level that the facility belongs to, null where it belongs to none. */
  public String unit(Level level, String nationalId) {
    return switch (level) {
      case NATIONAL -> nationalId;
      case DIRESA -> diresaId;
      case NETWORK -> networkId;
      case MICRONETWORK -> micronetworkId;
      case FACILITY -> facilityId;
      case GROUP -> null;
    };
  }
}
