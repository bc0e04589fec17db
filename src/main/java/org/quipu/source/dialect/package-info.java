/**
 * Dialects: how the tables of registries, survey tools and information systems map onto Quipu's
 * canonical columns. A dialect is data, written as HOCON; bound to the header of a file it is a
 * {@link org.quipu.source.dialect.Plan}.
 */
package org.quipu.source.dialect;
