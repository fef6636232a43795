import { describe, expect, it } from "vitest";
import * as z from "zod";
import { parseYaml } from "../../src/node/ingest/yaml/parse-yaml.ts";

const schema = z.strictObject({
  title: z.string().max(10),
  keyPoints: z.array(z.string()).max(2).optional(),
  picture: z.strictObject({ file: z.enum(["paris", "brent"]), focus: z.tuple([z.number(), z.number()]).optional() }).optional(),
  draft: z.boolean().optional(),
});

/** `line field: what is wrong → what to write`, for front matter that begins in the second line of its file. */
function faults(text: string): readonly string[] {
  const parsed = parseYaml({ file: "a.md", text, linesBefore: 1 }, schema);
  if ("value" in parsed) return [];
  return parsed.faults.map(({ line, field, problem, remedy }) => `${line} ${field ?? "file"}: ${problem} → ${remedy}`);
}

const QUOTE = "put the whole text between double quotation marks";

describe("YAML that is none", () => {
  it.each([
    [
      "a colon within a text",
      "title: What it is: a title",
      `2 file: has a text with \`: \` in it, or a line indented too far below it → ${QUOTE}`,
    ],
    ["a tab", "picture:\n\tfile: paris", "3 file: is indented by a tab → indent it by spaces"],
    ["a field twice", "title: A\ntitle: B", "3 file: has this field twice → remove one of them"],
    [
      "a line without a colon",
      "title A\ndraft: true",
      "2 file: has a line that is no field → write the field, a colon, a space and its value, not indented further than the field above",
    ],
    [
      "a list for the name of a field",
      "? [title]\n: Home",
      "2 file: has a list or a group of fields for the name of a field → write a word and a colon",
    ],
    ["a reserved sign", "title: @home", `2 file: begins a text with a sign that YAML keeps for itself → ${QUOTE}`],
    [
      "emphasis, which YAML takes for an alias",
      "title: *now*",
      `2 file: begins a text with a sign that YAML keeps for itself → ${QUOTE}`,
    ],
    [
      "an ampersand, which YAML takes for an anchor",
      "title: &c. goes on",
      `2 file: begins a text with a sign that YAML keeps for itself → ${QUOTE}`,
    ],
    [
      "an exclamation mark, which YAML takes for a tag",
      "title: !Stop it",
      `2 file: begins a text with a sign that YAML keeps for itself → ${QUOTE}`,
    ],
  ])("is told of in an editor's words: %s", (_, text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  it.each(["title: 'it's'", 'title: "never closed', "keyPoints: [a, b", "title: > folded"])(
    "%s is a fault in its line",
    (text) => {
      expect(faults(text)[0]).toMatch(/^[23] file: .* → mend the line; /);
    },
  );

  it("cannot grow without bound", () => {
    const bomb = `a: &a [x]\n${Array.from({ length: 30 }, (_, index) => `b${index}: &b${index} [*a, *a]`).join("\n")}`;
    expect(faults(bomb).length).toBeGreaterThan(0);
  });
});

describe("a field", () => {
  it("has the line that it stands on, within lists and groups too", () => {
    expect(faults("title: A\nkeyPoints:\n  - a\n  - 2\npicture:\n  file: paris\n  focus: [0.5, high]\n")).toEqual([
      "5 keyPoints.1: is a number where text belongs → put it between quotation marks",
      "8 picture.focus.1: is text where a number belongs → write two fractions, across and down, such as [0.5, 0.3]",
    ]);
  });

  it("that is missing has the line of what should hold it", () => {
    expect(faults("draft: true\npicture:\n  focus: [1, 1]\n")).toEqual([
      "2 title: is missing → write a headline of up to 120 characters",
      "3 picture.file: is missing → write one of: brent, paris",
    ]);
  });

  it("of the wrong type is one fault and not two", () => {
    expect(faults("title: A\nkeyPoints: One point.\n")).toEqual([
      "3 keyPoints: is text where a list belongs → write a list of up to five sentences, or leave it out",
    ]);
  });

  it("that nobody knows is told with the nearest one, or with all", () => {
    expect(faults("titel: A\nlayout: post\ntitle: A\n")).toEqual([
      "2 titel: is not a known field → write title",
      "3 layout: is not a known field → leave it out; the fields are title, keyPoints, picture, draft",
    ]);
  });

  it("that YAML reads as a number or as yes is to be quoted", () => {
    expect(faults("title: 2026\n")).toEqual(["2 title: is a number where text belongs → put it between quotation marks"]);
    expect(faults("title: true\n")).toEqual(["2 title: is true or false where text belongs → put it between quotation marks"]);
  });

  it("that is too long or empty is told so", () => {
    expect(faults("title: 12345678901x\n")[0]).toMatch(/^2 title: is longer than 10 characters → /);
    expect(faults("title:\n")[0]).toMatch(/^2 title: is empty where text belongs → /);
  });
});

it("nothing at all lacks every field that is needed", () => {
  expect(faults("")).toEqual(["2 title: is missing → write a headline of up to 120 characters"]);
  expect(faults("just a text")).toEqual([expect.stringContaining("is text where a group of fields belongs")]);
});
