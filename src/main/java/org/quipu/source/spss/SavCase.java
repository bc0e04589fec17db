package org.quipu.source.spss;

import java.util.List;

/**
 * One case.
 *
 * @param values a text a variable; empty where missing
 * @param original the same with the codes that are declared to mean "no value"
 * @param decodable whether all texts are text in the file's encoding
 */
public record SavCase(List<String> values, List<String> original, boolean decodable) {}
