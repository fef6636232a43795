import { describe, expect, it } from "vitest";
import * as z from "zod";
import { parseYaml } from "../../src/node/ingest/yaml/parse-yaml.ts";

const schema = z.strictObject({
  title: z.string().max(10).describe("write a headline"),
  keyPoints: z.array(z.string()).max(2).describe("write a list of up to two sentences").optional(),
  picture: z
    .strictObject({
      file: z.enum(["paris", "brent"]),
      focus: z.tuple([z.number(), z.number()]).describe("write two fractions").optional(),
    })
    .optional(),
  draft: z.boolean().optional(),
});

/** `line field: message → fix`, for front matter that starts in the second line of its file. */
function diagnostics(text: string): readonly string[] {
  const parsed = parseYaml({ file: "a.md", text, linesBefore: 1 }, schema);
  if ("value" in parsed) return [];
  return parsed.diagnostics.map(({ line, field, message, fix }) => `${line} ${field ?? "file"}: ${message} → ${fix}`);
}

const QUOTE = "put the whole text between double quotation marks";

describe("invalid YAML", () => {
  it.each([
    [
      "a colon within a text",
      "title: What it is: a title",
      `2 file: has a text that contains \`: \`, or an over-indented line below it → ${QUOTE}`,
    ],
    ["a tab", "picture:\n\tfile: paris", "3 file: is indented by a tab → indent it by spaces"],
    ["a field twice", "title: A\ntitle: B", "3 file: has this field twice → remove one of them"],
    [
      "a line without a colon",
      "title A\ndraft: true",
      "2 file: has a line that is not a field → write the field, a colon, a space and its value, not indented further than the field above",
    ],
    [
      "a list as the name of a field",
      "? [title]\n: Home",
      "2 file: has a list or a group of fields as the name of a field → write a word and a colon",
    ],
    ["a reserved character", "title: @home", `2 file: starts a text with a character that YAML reserves → ${QUOTE}`],
    [
      "emphasis, which YAML parses as an alias",
      "title: *now*",
      `2 file: starts a text with a character that YAML reserves → ${QUOTE}`,
    ],
    [
      "an ampersand, which YAML parses as an anchor",
      "title: &c. goes on",
      `2 file: starts a text with a character that YAML reserves → ${QUOTE}`,
    ],
    [
      "an exclamation mark, which YAML parses as a tag",
      "title: !Stop it",
      `2 file: starts a text with a character that YAML reserves → ${QUOTE}`,
    ],
  ])("is reported in an editor's words: %s", (_, text, diagnostic) => {
    expect(diagnostics(text)).toEqual([diagnostic]);
  });

  it.each(["title: 'it's'", 'title: "never closed', "keyPoints: [a, b", "title: > folded"])(
    "%s is reported with its line",
    (text) => {
      expect(diagnostics(text)[0]).toMatch(/^[23] file: .* → correct the line; /);
    },
  );

  it("cannot expand without bound", () => {
    const bomb = `a: &a [x]\n${Array.from({ length: 30 }, (_, index) => `b${index}: &b${index} [*a, *a]`).join("\n")}`;
    expect(diagnostics(bomb).length).toBeGreaterThan(0);
  });
});

describe("a field", () => {
  it("has its own line, within lists and groups too", () => {
    expect(diagnostics("title: A\nkeyPoints:\n  - a\n  - 2\npicture:\n  file: paris\n  focus: [0.5, high]\n")).toEqual([
      "5 keyPoints.1: is a number where text belongs → put it between quotation marks",
      "8 picture.focus.1: is text where a number belongs → write two fractions",
    ]);
  });

  it("that is missing has the line of its group", () => {
    expect(diagnostics("draft: true\npicture:\n  focus: [1, 1]\n")).toEqual([
      "2 title: is missing → write a headline",
      "3 picture.file: is missing → write one of: brent, paris",
    ]);
  });

  it("of the wrong type is reported once", () => {
    expect(diagnostics("title: A\nkeyPoints: One point.\n")).toEqual([
      "3 keyPoints: is text where a list belongs → write a list of up to two sentences",
    ]);
  });

  it("that is unknown is reported with the nearest field, or with all fields", () => {
    expect(diagnostics("titel: A\nlayout: post\ntitle: A\n")).toEqual([
      "2 titel: is not a known field → write title",
      "3 layout: is not a known field → leave it out; the fields are title, keyPoints, picture, draft",
    ]);
  });

  it("that YAML reads as a number or boolean is to be quoted", () => {
    expect(diagnostics("title: 2026\n")).toEqual(["2 title: is a number where text belongs → put it between quotation marks"]);
    expect(diagnostics("title: true\n")).toEqual([
      "2 title: is true or false where text belongs → put it between quotation marks",
    ]);
  });

  it("that is too long or empty is reported as such", () => {
    expect(diagnostics("title: 12345678901x\n")[0]).toMatch(/^2 title: is longer than 10 characters → /);
    expect(diagnostics("title:\n")[0]).toMatch(/^2 title: is empty where text belongs → /);
  });
});

it("an empty text lacks every required field", () => {
  expect(diagnostics("")).toEqual(["2 title: is missing → write a headline"]);
  expect(diagnostics("just a text")).toEqual([expect.stringContaining("is text where a group of fields belongs")]);
});
