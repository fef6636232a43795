import { expect, it } from "vitest";
import { ContentError, type Diagnostic, formatDiagnostic } from "../../src/lib/diagnostic.ts";

const FAULT: Diagnostic = {
  file: "src/content/articles/a.md",
  line: 3,
  field: "section",
  problem: "`sport` is not known",
  remedy: "write one of: economy, politics",
};

it("a fault is told as place, field, problem and remedy", () => {
  expect(formatDiagnostic(FAULT)).toBe(
    "src/content/articles/a.md:3  section  `sport` is not known  write one of: economy, politics",
  );
});

it("a fault of a whole file has no line", () => {
  const whole = { ...FAULT, line: undefined, field: undefined, problem: "is missing", remedy: "write it" };
  expect(formatDiagnostic(whole)).toBe("src/content/articles/a.md  file  is missing  write it");
});

it("all faults are told in order of file and line, and counted", () => {
  const error = new ContentError([
    { ...FAULT, file: "b.md", line: 2 },
    { ...FAULT, file: "a.md", line: 10 },
    { ...FAULT, file: "a.md", line: undefined },
    { ...FAULT, file: "a.md", line: 9 },
  ]);
  const lines = error.message.split("\n");
  expect(lines.slice(0, 4).map((line) => line.split("  ")[0])).toEqual(["a.md", "a.md:9", "a.md:10", "b.md:2"]);
  expect(lines.slice(4)).toEqual(["", "4 faults in the content. Nothing was published."]);
  expect(error.faults.map(({ file }) => file)).toEqual(["a.md", "a.md", "a.md", "b.md"]);
  expect(new ContentError([FAULT]).message).toMatch(/\n\n1 fault in the content\. Nothing was published\.$/);
});
