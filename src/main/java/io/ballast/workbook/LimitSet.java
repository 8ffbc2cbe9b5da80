package io.ballast.workbook;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/**
 * The limits of each risk profile: the defaults of {@link RiskLimit}, or others in their place.
 *
 * @param others limits that differ from the defaults, by limit and profile
 */
public record LimitSet(Map<RiskLimit, Map<RiskProfile, Double>> others) implements Serializable {
  private static final LimitSet STANDARD = new LimitSet(Map.of());

  /** The defaults. */
  public static LimitSet standard() {
    return STANDARD;
  }

  /** The limit of a profile. */
  public double of(RiskLimit limit, RiskProfile profile) {
    Double other = others.getOrDefault(limit, Map.of()).get(profile);
    return other == null ? limit.of(profile) : other;
  }

  /** The same with one other limit. */
  public LimitSet with(RiskLimit limit, RiskProfile profile, double value) {
    Map<RiskLimit, Map<RiskProfile, Double>> all = new EnumMap<>(RiskLimit.class);
    all.putAll(others);
    Map<RiskProfile, Double> own = new EnumMap<>(RiskProfile.class);
    own.putAll(others.getOrDefault(limit, Map.of()));
    own.put(profile, value);
    all.put(limit, own);
    return new LimitSet(all);
  }
}
