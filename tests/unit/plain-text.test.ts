import { describe, expect, it } from "vitest";
import { articleParser, staticPageParser } from "../../src/node/ingest/content-parsers.ts";
import { readPlainText } from "../../src/node/ingest/markdown/plain-text.ts";
import { PAYLOADS } from "../hostile-corpus.ts";
import { fieldSource } from "../site/hostile-site.ts";
import { sampleFigureContext } from "./sample-series.ts";
import { CALENDAR, POLITICS, taxonomyTerm } from "./sample-story.ts";

const read = (text: string) => readPlainText(text, "en-GB");

describe("markup in a field is reported, and the fix shows it as it is", () => {
  it.each([
    ["Rates *fall*", "*"],
    ["Rates _fall_", "_"],
    ["Rates **fall**", "**"],
    ["Rates __fall__ again", "__"],
    ["~~Rates~~ fall", "~~"],
    ["Run `npm`", "`npm`"],
    ["A [link](/politics/)", "[link](/politics/)"],
    ["A [link][1]", "[link][1]"],
    ["See <https://example.org/>", "<https://example.org/>"],
    ["![Rates](paris)", "![Rates](paris)"],
    ["Rates <b>fall", "<b>"],
    ["Rates<br/>fall", "<br/>"],
    ["Rates <!-- check -->fall", "<!-- check -->"],
    ["Rates {{ fall }}", "{{ fall }}"],
    ["Rates {.red}", "{.red}"],
    ["Rates[^1] fall", "[^1]"],
    ["## Rates fall", "##"],
    ["# Rates fall", "#"],
    ["Rates ** fall", "**"],
    ["AT&amp T", "&amp"],
    ["117 {brent=2026-04}", "{brent=2026-04}"],
  ])("%s", (text, found) => {
    const { errors } = read(text);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toContain(`\`${found}\``);
    const written = /to show it as it is, write `(.*)` \(/.exec(errors[0]?.fix ?? "")?.[1] ?? "";
    expect(read(text.replaceAll(found, () => written))).toEqual({ text, errors: [] });
  });
});

it.each([
  ["AT&amp;T, R&D and &lt;b&gt;", "AT&T, R&D and <b>"],
  ["5 * 3, price*, snake_case and #1", "5 * 3, price*, snake_case and #1"],
  ["\\*, \\<b>, \\{x=y} and C:\\dir", "*, <b>, {x=y} and C:\\dir"],
  ["1. FC Köln", "1. FC Köln"],
  ["- 5 per cent", "- 5 per cent"],
  ["x<y and <name> [sic] {a}", "x<y and <name> [sic] {a}"],
  ["Two\nlines", "Two\nlines"],
  ["https://example.org/a_b_c", "https://example.org/a_b_c"],
])("a field that holds %j shows %j", (text, shown) => {
  expect(read(text)).toEqual({ text: shown, errors: [] });
});

it("every hostile text can be written in a field", () => {
  for (const payload of PAYLOADS) {
    const straight = (text: string): string =>
      text.replace(/[“”″]/g, '"').replace(/[‘’′]/g, "'").replaceAll("—", "---").replaceAll("–", "--").replaceAll("…", "...");
    const { text, errors } = read(fieldSource(payload));
    expect(errors, payload).toEqual([]);
    expect(straight(text)).toBe(straight(payload.replaceAll("\0", "\uFFFD").replace(/ +\n/g, "\n")));
  }
});

describe("the fields without markup", () => {
  const known = {
    sections: new Map([["politics", POLITICS]]),
    authors: new Map([["desk", taxonomyTerm("desk")]]),
    topics: new Map(),
    pictures: new Set(["paris"]),
    figures: sampleFigureContext([]),
    nowMs: Date.UTC(2026, 6, 9),
  };

  it("of a story are reported with their lines", () => {
    const text = `---
title: A *title*
standfirst: A <b>standfirst</b>
section: politics
published: 2026-07-08T12:00:00Z
updated: 2026-07-08T13:00:00Z
authors: [desk]
picture:
  file: paris
  caption: A [caption](/politics/)
  alt: "An {{ alt }}"
keyPoints:
  - First
  - Second \`point\`
corrections:
  - date: 2026-07-08T12:30:00Z
    text: A **correction**
---

![An *alt*](paris "A **caption**")
`;
    const { diagnostics } = articleParser(known, CALENDAR)({ file: "a.md", text });
    const reported = diagnostics.map(({ line, field, message }) => `${line} ${field} ${message.split("`")[1]}`);
    expect(reported.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual([
      "2 title *",
      "3 standfirst <b>",
      "10 picture.caption [caption](/politics/)",
      "11 picture.alt {{ alt }}",
      "14 keyPoints.1 ",
      "17 corrections.0.text **",
      "20 body *",
      "20 body **",
    ]);
  });

  it("of a page are reported with their lines", () => {
    const text = "---\ntitle: An *About*\ndescription: A &lt;page&gt; <i>\n---\n\nText.\n";
    const { diagnostics } = staticPageParser(known)({ file: "a.md", text });
    expect(diagnostics.map(({ line, field }) => `${line} ${field}`)).toEqual(["2 title", "3 description"]);
  });

  it("of a picture in a text are read with escapes and entities", () => {
    const { value, diagnostics } = staticPageParser(known)({
      file: "a.md",
      text: '---\ntitle: T\ndescription: D\n---\n\n![AT&amp;T \\*](paris "\\*\\"A\\" &lt; \\<b>")\n',
    });
    expect(diagnostics).toEqual([]);
    expect(value?.body).toEqual([{ kind: "figure", picture: "paris", alt: "AT&T *", caption: '*"A" < <b>' }]);
  });
});
