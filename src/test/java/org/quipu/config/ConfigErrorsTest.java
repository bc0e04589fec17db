package org.quipu.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user reads when a key or a value is wrong. */
class ConfigErrorsTest {
  @TempDir Path folder;

  @Test
  void anUnknownKeyOfAFileNamesFileLineAndTheNearestKey() throws IOException {
    ConfigException e = failure("seed = 1\ngroups {\n  treshold = 70\n}\n");

    assertThat(e.key()).isEqualTo("groups.treshold");
    assertThat(e)
        .hasMessage(
            "%s:3: there is no key groups.treshold. Did you mean groups.threshold?"
                .formatted(folder.resolve("job.conf")));
    assertThat(e.message(Language.ES))
        .isEqualTo(
            "%s:3: no existe la clave groups.treshold. ¿Quiso decir groups.threshold?"
                .formatted(folder.resolve("job.conf")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          goal-perod=month                    | goal-period
          goal_period=month                   | goal-period
          threshold=70                        | groups.threshold
          groups.group1=[a]                   | groups.group-1
          sources.staff_survey.path=x         | sources.staff-survey
          sources.staff-survey.pth=x          | sources.staff-survey.path
          sources.instrument.seperator=;      | sources.instrument.separator
          spark.mster=yarn                    | spark.master
          strict.figure=true                  | strict.figures
          """)
  void anUnknownKeyOfTheCommandLineNamesTheNearest(String set, String nearest) {
    ConfigException e = failureOf(set);

    assertThat(e)
        .hasMessageStartingWith("--set ")
        .hasMessageEndingWith("Did you mean " + nearest + "?");
  }

  @Test
  void aKeyLikeNoOtherListsWhatThereIs() {
    assertThat(failureOf("practices.xyzzyplugh=1"))
        .hasMessage(
            "--set practices.xyzzyplugh: there is no key practices.xyzzyplugh."
                + " Known here: consensus, majority-share, more-frequent-share.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          goal-period=week                    | goal-period = "week"        | one of year, month
          goal-period=Month                   | goal-period = "Month"       | one of year, month
          goal-share=80                       | goal-share = 80             | a number from 0 to 1
          goal-share=0,8                      | goal-share = "0,8"          | a number from 0 to 1
          goal-share=null                     | goal-share = null           | a number from 0 to 1
          groups.threshold=80%                | groups.threshold = "80%"    | a number from 0 to 100
          groups.threshold=-1                 | groups.threshold = -1       | a number from 0 to 100
          groups.threshold=1e999999999        | groups.threshold            | a number from 0 to 100
          groups.method=list                  | groups.method = "list"      | at least one diresa_id in groups.group-1
          keep-versions=0                     | keep-versions = 0           | a whole number from 1
          keep-versions=2.5                   | keep-versions = 2.5         | a whole number from 1
          confidence=1                        | confidence = 1              | between 0 and 1, both exclusive
          confidence=95                       | confidence = 95             | between 0 and 1, both exclusive
          seed=abc                            | seed = "abc"                | a whole number
          seed=9223372036854775808            | seed = "9223372036854775808" | to 9223372036854775807
          cleaning.scale-bounds=yes           | scale-bounds = "yes"        | true or false
          cleaning.fence=-1.5                 | cleaning.fence = -1.5       | a number, 0 or more
          strict.figures=1                    | strict.figures = 1          | true or false
          quarantine.max-rate=1.01            | quarantine.max-rate = 1.01  | a number from 0 to 1
          attainment-bounds.min=low           | min = "low"                 | a number or null
          studies=[]                          | studies = []                | at least one of
          studies=linkag                      | studies = "linkag"          | did you mean linkage?
          studies=[[linkage]]                 | studies                     | a list of texts
          studies=[linkage,linkag]            | ["linkage","linkag"]        | did you mean linkage?
          rules.facility_known.severity=stop  | rules.facility_known        | begins with its source
          spark.master=foo                    | spark.master = "foo"        | local[N]
          spark.master=local[0]               | spark.master = "local[0]"   | local[N]
          language=qu                         | language = "qu"             | one of en, es, auto
          country-unit=                       | country-unit = ""           | a text that is not empty
          sources.instrument.separator=;;     | separator = ";;"            | auto, tab, or one character
          sources.instrument.path={a: 1}      | path                        | a path or a list of paths
          sources.instrument.columns=x        | columns = "x"               | a block
          """)
  void aWrongValueNamesKeyValueAndWhatIsAllowed(String set, String value, String allowed) {
    ConfigException e = failureOf(set);

    assertThat(e).hasMessageStartingWith("--set ").hasMessageContaining(value);
    assertThat(e).hasMessageContaining(allowed);
    assertThat(e.message(Language.ES)).contains(value).contains("no está permitido");
  }

  @Test
  void aBlockThatCameInPiecesNamesThem() throws IOException {
    String rule = "rules.instrument_odd.";
    ConfigException e = failureOf(rule + "column=min", rule + "min=1", rule + "pattern=a");

    assertThat(e)
        .hasMessageStartingWith("--set " + rule)
        .hasMessageContaining(", --set " + rule + "column: rules.instrument_odd = {")
        .hasMessageNotContaining("merge of");
  }

  @Test
  void boundsInTheWrongOrderAreRefused() {
    assertThat(failureOf("attainment-bounds={min: 5, max: 1}"))
        .hasMessageContaining("attainment-bounds.min = 5")
        .hasMessageContaining("at most attainment-bounds.max, 1");
  }

  @Test
  void aValueWhereABlockBelongsShowsTheBlock() {
    assertThat(failureOf("sources.staff-survey=a.csv"))
        .hasMessageContaining("sources.staff-survey is a block with the keys columns, dialect")
        .hasMessageContaining("e.g. sources.staff-survey.path = …");
    assertThat(failureOf("groups=null")).hasMessageContaining("groups is a block");
  }

  @Test
  void aSecretIsNotShownInAnError() {
    assertThat(failureOf("spark.conf={\"fs.s3a.secret.key\": [tiburon]}"))
        .hasMessageContaining("(hidden)")
        .hasMessageNotContaining("tiburon");
  }

  @ParameterizedTest
  @CsvSource({"goal-period", "=month", "''"})
  void aSetWithoutKeyAndValueIsRefused(String set) {
    assertThat(failureOf(set)).hasMessageContaining("expected KEY=VALUE");
  }

  @Test
  void aSetWithoutAProperKeyIsRefused() {
    assertThat(failureOf("a..b=1")).hasMessageContaining("a..b is not a key");
  }

  @Test
  void aMissingFileIsNamed() {
    Path absent = folder.resolve("absent.conf");
    ConfigException e =
        catchThrowableOfType(
            ConfigException.class,
            () -> Configs.load(List.of(absent), Optional.empty(), List.of(), folder, Language.EN));
    assertThat(e).hasMessage(absent + ": there is no such configuration file.");
  }

  @Test
  void brokenSyntaxNamesFileAndLine() throws IOException {
    assertThat(failure("seed = 1\ngroups {\n")).hasMessageContaining("job.conf: 3");
  }

  @Test
  void anIncludeThatIsNotThereIsNamed() throws IOException {
    for (String include : List.of("\"comon.conf\"", "\"comon\"", "file(\"/x/comon.conf\")")) {
      assertThat(failure("include " + include))
          .hasMessageStartingWith(folder.resolve("job.conf") + ": include \"")
          .hasMessageContaining("comon")
          .hasMessageEndingWith(": there is no such file.");
    }
    Files.writeString(folder.resolve("common.conf"), "include \"further.conf\"");
    assertThat(failure("include \"common\""))
        .hasMessage(
            folder.resolve("common.conf") + ": include \"further.conf\": there is no such file.");
  }

  @Test
  void aFileThatIsNotUtf8IsRefusedAndNotGuessedAt() throws IOException {
    Path latin =
        Files.writeString(
            folder.resolve("latin.conf"),
            "seed = 1\ncountry-unit = \"Perú\"\n",
            StandardCharsets.ISO_8859_1);

    assertThat(failure("include \"latin.conf\""))
        .hasMessageStartingWith(latin + ", line 2: this is not UTF-8");
    assertThat(
            catchThrowableOfType(
                ConfigException.class,
                () ->
                    Configs.load(List.of(latin), Optional.empty(), List.of(), folder, Language.ES)))
        .satisfies(
            e ->
                assertThat(e.message(Language.ES))
                    .startsWith(latin + ", línea 2: no está en UTF-8"));
  }

  @Test
  void aFileThatIncludesItselfIsNamedOnce() throws IOException {
    Path job = folder.resolve("job.conf");
    Path other = Files.writeString(folder.resolve("other.conf"), "include \"job\"");

    assertThat(failure("include \"job.conf\""))
        .hasMessage(job + " includes itself: " + job + " → " + job + ".");
    assertThat(failure("include \"other.conf\""))
        .hasMessage(job + " includes itself: " + job + " → " + other + " → " + job + ".");
  }

  @Test
  void anUnresolvedSubstitutionIsNamed() throws IOException {
    assertThat(failure("warehouse = ${QUIPU_NO_SUCH_VARIABLE}"))
        .hasMessageContaining("QUIPU_NO_SUCH_VARIABLE")
        .hasMessageContaining("job.conf: 1");
  }

  private ConfigException failure(String job) throws IOException {
    Path file = Files.writeString(folder.resolve("job.conf"), job);
    return catchThrowableOfType(
        ConfigException.class,
        () -> Configs.load(List.of(file), Optional.empty(), List.of(), folder, Language.EN));
  }

  private ConfigException failureOf(String... set) {
    return catchThrowableOfType(
        ConfigException.class,
        () -> Configs.load(List.of(), Optional.empty(), List.of(set), folder, Language.EN));
  }
}
