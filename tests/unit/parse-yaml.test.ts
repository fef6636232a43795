import { describe, expect, it } from "vitest";
import * as z from "zod";
import { parseYaml } from "../../src/node/ingest/yaml/parse-yaml.ts";

const schema = z.strictObject({
  title: z.string().max(10).describe("write a headline"),
  keyPoints: z.array(z.string()).max(2).describe("write a list of up to two sentences").optional(),
  picture: z
    .strictObject({
      file: z.enum(["paris", "brent"]),
      alt: z.string().describe("say what it shows").optional(),
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

describe("a comment behind an unquoted text, which it may have cut", () => {
  it.each<[string, string, string]>([
    ["in a field", "title: We are #1 in trade", "2 title: ends at `We are`, because YAML reads `#1 in trade` as a comment"],
    ["with a space behind it", "title: A # note", "2 title: ends at `A`, because YAML reads `# note` as a comment"],
    ["behind several spaces or a tab", "title: A \t #1", "2 title: ends at `A`, because YAML reads `#1` as a comment"],
    [
      "in a second line",
      "title: We are\n  more #1\ndraft: true",
      "3 title: ends at `We are more`, because YAML reads `#1` as a comment",
    ],
    [
      "on an indented line of its own",
      "title: We rose to\n  #1 in trade",
      "3 title: ends at `We rose to`, because YAML reads `#1 in trade` as a comment",
    ],
    ["at its start", "title: #1 in trade", "2 title: is empty, because YAML reads `#1 in trade` as a comment"],
    ["at the start of two lines", "title: #1 in\n  trade", "2 title: ends at `trade`, because YAML reads `#1 in` as a comment"],
    [
      "in a list",
      "title: A\nkeyPoints:\n  - Oil #1\n  - Gas",
      "4 keyPoints.0: ends at `Oil`, because YAML reads `#1` as a comment",
    ],
    [
      "at the start of a list entry",
      "title: A\nkeyPoints:\n  - #1 oil\n  - Gas",
      "4 keyPoints.0: is empty, because YAML reads `#1 oil` as a comment",
    ],
    [
      "at the start of two lines of a list entry",
      "title: A\nkeyPoints:\n  - #1 oil\n    rises",
      "4 keyPoints.0: ends at `rises`, because YAML reads `#1 oil` as a comment",
    ],
    ["in brackets", "title: A\nkeyPoints: [Oil #1\n  ]", "3 keyPoints.0: ends at `Oil`, because YAML reads `#1` as a comment"],
    [
      "that hides the closing bracket",
      "title: A\nkeyPoints: [Oil is #1]",
      "3 keyPoints.0: ends at `Oil is`, because YAML reads `#1]` as a comment",
    ],
    ["where a number stands", "title: 2026 #1", "2 title: ends at `2026`, because YAML reads `#1` as a comment"],
    [
      "with a third line below it",
      "title: One\n  #2 two\n  three",
      "3 title: ends at `One`, because YAML reads `#2 two` as a comment",
    ],
    [
      "in a nested field",
      "title: A\npicture:\n  file: paris\n  alt: The #1 port",
      "5 picture.alt: ends at `The`, because YAML reads `#1 port` as a comment",
    ],
  ])("is refused %s", (_, text, message) => {
    expect(diagnostics(text)).toEqual([`${message} → ${QUOTE}`]);
  });

  it.each([
    'title: "We are #1"',
    "title: 'We are #1'",
    "title: We are#1",
    'title: "A" # the headline',
    "title: >- # folded\n  We are #1",
    "# at the top\ntitle: A\n# below it\ndraft: true # until noon\n# at the end",
    "title: A\npicture: # the port\n  # of Paris\n  file: paris # not brent\n  focus: [0.5, 0.3] # the quay",
    "title: A\nkeyPoints: # two\n  # the first\n  - One\n  # the second\n  - Two\n  # no more\n",
    "title: A\nkeyPoints: [One, Two] # two",
  ])("is accepted where nothing is lost: %j", (text) => {
    expect(diagnostics(text)).toEqual([]);
  });

  it.each([
    ['title: It "is" #1', 'title: "It “is” #1"'],
    ["title: #1 now", 'title: "#1 now"'],
    ['title: He: "#1"', 'title: "He: “#1”"'],
  ])("can be corrected as it says: %s", (wrong, right) => {
    expect(diagnostics(wrong)[0]).toMatch(/ → put the whole text between double quotation marks/);
    if (wrong.includes('"')) expect(diagnostics(wrong)[0]).toMatch(/, and write those within it as “ and ”$/);
    expect(diagnostics(right)).toEqual([]);
  });
});

it.each(["\\ud83d", "\\udc00 A", "A \\ud83d\\ud83d"])("half of a character is reported with its field: %s", (text) => {
  expect(diagnostics(`draft: true\ntitle: "${text}"\n`)).toEqual([
    "3 title: has an escape for half of a character → write the character itself, or leave it out",
  ]);
  expect(diagnostics('title: "\\ud83d\\ude00 😀"')).toEqual([]);
});
