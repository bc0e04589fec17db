package org.quipu.config;

import com.typesafe.config.ConfigUtil;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A configuration as text, for hashing. */
final class ConfigText {
  private ConfigText() {}

  static String canonical(JobConfig config) {
    return lines(results(config));
  }

  private static SortedMap<String, String> results(JobConfig config) {
    var out = new TreeMap<String, String>();
    out.put("studies", QuotedTexts.of(config.studies().stream().map(StudyName::id).toList()));
    out.put("country-unit", quoted(config.countryUnit()));
    out.put("goal-period", quoted(word(config.goals().period())));
    out.put("goal-share", number(config.goals().share()));
    out.put("performance-source", quoted(word(config.goals().performanceSource())));
    out.put("networks", quoted(word(config.goals().networks())));
    out.put("attainment-bounds.min", number(config.goals().boundMin()));
    out.put("attainment-bounds.max", number(config.goals().boundMax()));
    out.put("groups.method", quoted(word(config.groups().method())));
    out.put("groups.threshold", number(config.groups().thresholdPercent()));
    out.put("groups.group-1", QuotedTexts.sorted(config.groups().group1()));
    out.put("practices.majority-share", number(config.practices().majorityShare()));
    out.put("practices.more-frequent-share", number(config.practices().moreFrequentShare()));
    out.put("practices.consensus", quoted(word(config.practices().consensus())));
    out.put("context.indicators", QuotedTexts.of(config.contextIndicators()));
    out.put("eligibility.min-experience-years", number(config.eligibility().minExperienceYears()));
    out.put("eligibility.roles", QuotedTexts.sorted(config.eligibility().roles()));
    out.put("cleaning.scale-bounds", Boolean.toString(config.cleaning().scaleBounds()));
    out.put("cleaning.min-answered-share", number(config.cleaning().minAnsweredShare()));
    out.put("cleaning.fence", number(config.cleaning().fence()));
    out.put("confidence", Double.toString(config.statistics().confidence()));
    out.put("seed", Long.toString(config.statistics().seed()));
    out.put("permutations", Integer.toString(config.statistics().permutations()));
    out.put("quarantine.max-rate", number(config.quarantine().maxRate()));
    out.put(
        "quarantine.max-rows",
        config.quarantine().maxRows().isPresent()
            ? Long.toString(config.quarantine().maxRows().getAsLong())
            : "null");
    out.put("strict.figures", Boolean.toString(config.strict().figures()));
    out.put("strict.quality", Boolean.toString(config.strict().quality()));
    out.put("privacy.drop-columns", QuotedTexts.of(config.privacy().dropColumns()));
    config.rules().forEach((id, rule) -> putRule(out, "rules." + quoted(id) + ".", rule));
    config.sources().values().stream()
        .filter(SourceConfig::isPresent)
        .forEach(source -> putSource(out, source));
    return out;
  }

  private static void putRule(SortedMap<String, String> out, String prefix, RuleConfig rule) {
    rule.severity().ifPresent(severity -> out.put(prefix + "severity", quoted(word(severity))));
    rule.maxRate().ifPresent(rate -> out.put(prefix + "max-rate", number(rate)));
    rule.threshold().ifPresent(threshold -> out.put(prefix + "threshold", number(threshold)));
    rule.own().ifPresent(own -> out.put(prefix + "own", quoted(own.canonicalText())));
    rule.maxRows().ifPresent(rows -> out.put(prefix + "max-rows", Long.toString(rows)));
  }

  private static void putSource(SortedMap<String, String> out, SourceConfig source) {
    String prefix = "sources." + source.name() + ".";
    out.put(prefix + "format", quoted(source.format()));
    out.put(prefix + "dialect", quoted(source.dialect()));
    out.put(prefix + "encoding", quoted(source.encoding()));
    out.put(prefix + "separator", quoted(source.separator()));
    out.put(prefix + "missing", QuotedTexts.sorted(source.missing()));
    if (!source.dialect().equals("canonical")) {
      out.put("dialects", source.dialects());
    }
    new TreeMap<>(source.columns())
        .forEach((to, from) -> out.put(prefix + "columns." + quoted(to), quoted(from)));
  }

  private static String lines(SortedMap<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + " = " + setting.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String number(Optional<BigDecimal> value) {
    return value.map(ConfigText::number).orElse("null");
  }

  private static String number(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static String quoted(String text) {
    return ConfigUtil.quoteString(text);
  }
}
