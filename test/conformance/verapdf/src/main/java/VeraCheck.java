import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Checks many files in one process: java -jar vera-check.jar FLAVOUR[,FLAVOUR] FILE...
 *
 * <p>Prints a line for each broken rule of each file, "FILE TAB FLAVOUR TAB message", and "FILE TAB FLAVOUR TAB ok" where
 * none is broken, so that a file without any line is one that was never looked at. Exit 0 when all files were looked at.
 */
public final class VeraCheck {
  private static final int EXAMPLES_KEPT = 20;

  private VeraCheck() {}

  public static void main(String[] arguments) {
    if (arguments.length < 2) {
      System.err.println("usage: vera-check FLAVOUR[,FLAVOUR] FILE...");
      System.exit(2);
    }
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<String> files = Arrays.asList(arguments).subList(1, arguments.length);
    for (String file : files) {
      for (String flavour : arguments[0].split(",")) {
        for (String line : check(file, flavour)) {
          out.println(file + "\t" + flavour + "\t" + line.replaceAll("\\s+", " ").trim());
        }
      }
    }
  }

  private static List<String> check(String file, String name) {
    PDFAFlavour flavour = flavourOf(name);
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour)) {
      PDFAValidator validator =
          Foundries.defaultInstance().createValidator(flavour, EXAMPLES_KEPT, false, true, false);
      ValidationResult result = validator.validate(parser);
      return result.isCompliant() ? List.of("ok") : brokenRules(result);
    } catch (Exception exception) {
      return List.of("cannot be read: " + exception);
    }
  }

  /** One line for each rule, told with its first example. */
  private static List<String> brokenRules(ValidationResult result) {
    Map<String, String> rules = new TreeMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) {
        String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
        rules.putIfAbsent(
            rule,
            rule + " " + assertion.getMessage() + " at " + assertion.getLocation().getContext());
      }
    }
    return rules.isEmpty() ? List.of("not compliant") : List.copyOf(rules.values());
  }

  /** Not PDFAFlavour.fromString, which answers with the first flavour whose name is a part of the one asked for. */
  private static PDFAFlavour flavourOf(String name) {
    return Arrays.stream(PDFAFlavour.values())
        .filter(flavour -> flavour.getId().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no flavour " + name));
  }
}
