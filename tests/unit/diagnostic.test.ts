import { expect, it } from "vitest";
import { ContentError, type Diagnostic, formatDiagnostic } from "../../src/lib/diagnostic.ts";

const DIAGNOSTIC: Diagnostic = {
  file: "src/content/articles/a.md",
  line: 3,
  field: "section",
  message: "`sport` is not known",
  fix: "write one of: economy, politics",
};

it("a diagnostic is printed as file and line, field, message and fix", () => {
  expect(formatDiagnostic(DIAGNOSTIC)).toBe(
    "src/content/articles/a.md:3  section  `sport` is not known  write one of: economy, politics",
  );
});

it("a diagnostic of a whole file has no line", () => {
  const whole = { ...DIAGNOSTIC, line: undefined, field: undefined, message: "is missing", fix: "write it" };
  expect(formatDiagnostic(whole)).toBe("src/content/articles/a.md  file  is missing  write it");
});

it("all diagnostics are printed in order of file and line, and counted", () => {
  const error = new ContentError([
    { ...DIAGNOSTIC, file: "b.md", line: 2 },
    { ...DIAGNOSTIC, file: "a.md", line: 10 },
    { ...DIAGNOSTIC, file: "a.md", line: undefined },
    { ...DIAGNOSTIC, file: "a.md", line: 9 },
  ]);
  const lines = error.message.split("\n");
  expect(lines.slice(0, 4).map((line) => line.split("  ")[0])).toEqual(["a.md", "a.md:9", "a.md:10", "b.md:2"]);
  expect(lines.slice(4)).toEqual(["", "4 errors in the content. Nothing was published."]);
  expect(error.diagnostics.map(({ file }) => file)).toEqual(["a.md", "a.md", "a.md", "b.md"]);
  expect(new ContentError([DIAGNOSTIC]).message).toMatch(/\n\n1 error in the content\. Nothing was published\.$/);
});
