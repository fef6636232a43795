import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { partsOf, readerView, storyIn, textOf } from "../reader-view.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, writeTree } from "./build-site.ts";
import { readPages, type SitePage } from "./site-pages.ts";

const isStory = ({ path }: SitePage): boolean => /^\/\d{4}\/\d{2}\/\d{2}\/./.test(path);

/** Asserts that the reader view of a page has all of its story, in its order, and nothing else. */
function expectWhole(html: string): void {
  const { title, content } = readerView(html);
  const story = storyIn(html);
  expect(title).toBe(/<h1>(.*?)<\/h1>/.exec(html)?.[1]?.replace("&amp;", "&"));
  expect(partsOf(content)).toEqual(partsOf(story));
  expect(textOf(content)).toBe(textOf(story));
}

const shipped = readPages(inject("siteFolder")).filter(isStory);

describe("in the reader view of a browser", () => {
  it.each(shipped.map(({ path, html }) => [path, html]))("%s has all of its parts and nothing else", (_, html) => {
    expectWhole(html);
    expect(readerView(html)).toMatchObject({
      isOffered: true,
      byline: expect.stringMatching(/ desk$/),
      published: expect.stringMatching(/^20\d\d-\d\d-\d\dT/),
    });
  });

  it("the shipped stories have standfirsts, key points, lead pictures, tables, charts and footnotes", () => {
    const parts = (selector: string): number =>
      shipped.filter(({ html }) => storyIn(html).querySelector(selector) !== null).length;
    for (const selector of [".standfirst", ".key-points li", ".figure.wide img", "table", ".chart svg", ".footnotes", "h2"]) {
      expect(parts(selector), selector).toBeGreaterThan(0);
    }
  });
});

const PARAGRAPH =
  "The council met in the morning, and its members spoke for two hours about the harbour, the price of grain and the road to it.";

/** Subheadings with words that reader views take for boilerplate. */
const SUBHEADINGS = [
  "Share prices",
  "Social spending",
  "Comment",
  "Related risks",
  "Media and promotion",
  "Hidden costs",
  "The community banks",
  "Contact with sponsors",
  "Shopping and tags",
  "Headers and footers",
];

interface Example {
  readonly fields?: string;
  readonly body: string;
  /** What the reader view must have, as text. */
  readonly shows: readonly string[];
}

const EXAMPLES: Readonly<Record<string, Example>> = {
  "a-correction": {
    fields: `updated: 2026-01-09T10:00:00-05:00
corrections:
  - { date: 2026-01-08T10:00:00-05:00, text: An earlier version named the wrong minister. }
  - { date: 2026-01-09T10:00:00-05:00, text: "The sum was 4 million, not 4 billion." }
`,
    body: `${PARAGRAPH}\n\n${PARAGRAPH}`,
    shows: ["Corrections", "An earlier version named the wrong minister.", "The sum was 4 million, not 4 billion.", "Published"],
  },
  "a-chart-first": {
    body: `\`\`\`chart\nseries: oil\ntitle: What oil costs\nnote: Not adjusted.\n\`\`\`\n\n${PARAGRAPH}\n\n## Why\n\n${PARAGRAPH}`,
    shows: ["What oil costs", "Source: The Agency", "Not adjusted.", "View as table", "Period", "Why"],
  },
  "only-charts": {
    body: ["line", "bars", "area"]
      .map((type) => `\`\`\`chart\nseries: oil\ntitle: Oil as ${type}\ntype: ${type}\n\`\`\``)
      .join("\n\nAs follows:\n\n"),
    shows: ["Oil as line", "Oil as bars", "Oil as area", "As follows:"],
  },
  "one-sentence": { body: "It rained.", shows: ["It rained."] },
  "one-sentence-with-points": {
    fields: "keyPoints: [It rained., It stopped.]\ntopics: [harbours, weather]\n",
    body: "It rained, and [the road](/politics/) was closed.",
    shows: ["Key points", "It stopped.", "and the road was closed"],
  },
  "one-sentence-with-correction": {
    fields: "updated: 2026-01-08T10:00:00-05:00\ncorrections:\n  - { date: 2026-01-08T10:00:00-05:00, text: It did not rain. }\n",
    body: "It rained.",
    shows: ["Correction", "It did not rain."],
  },
  "an-opinion": {
    body: `${PARAGRAPH}\n\n::: pullquote\nA harbour is *not* a plan.\n:::\n\n${PARAGRAPH}\n\n## Plans\n\n::: pullquote\nNor is a road.\n:::\n\n## Roads\n\n${PARAGRAPH}\n\n> He said so.`,
    shows: ["A harbour is not a plan.", "Nor is a road.", "He said so."],
  },
  subheadings: {
    body: SUBHEADINGS.map((heading, index) => `##${index % 2 ? "#" : ""} ${heading}\n\n${PARAGRAPH}`).join("\n\n"),
    shows: SUBHEADINGS,
  },
  "lists-and-tables": {
    body: [
      PARAGRAPH,
      "- [Politics](/politics/)\n- [Economy](/economy/)",
      "| Month | Price |\n|:--|--:|\n| May | 4[^1] |",
      "| A |\n|--|\n| b |",
      "1. One\n2. Two\n   - Three, [linked](https://example.org/)",
      "---",
      "    code",
      "![A disc](disc)",
      "[Only a link](https://example.org/)",
      "[^1]: A provisional figure.",
    ].join("\n\n"),
    shows: ["Economy", "May", "Three, linked", "code", "Only a link", "A provisional figure.", "The disc. Somebody. CC0"],
  },
  "bound-figures": {
    body: `Oil cost [62.54]{oil=2025-11} in November.\n\n${PARAGRAPH}\n\n![A disc](disc)\n\n${PARAGRAPH}`,
    shows: ["Oil cost 62.54† in November.", "Sources of figures: Oil (The Agency).", "63.10"],
  },
  "many-authors": {
    fields: "authors: [anna, ben, carla, dora, emil]\npicture: { file: disc, caption: A caption of the story’s own }\n",
    body: Array.from({ length: 12 }, () => PARAGRAPH).join("\n\n"),
    shows: ["A caption of the story’s own Somebody. CC0"],
  },
};

const AUTHORS = ["Anna Author", "Ben Byline", "Carla Commentator-Contact", "Dora Dateline", "Emil Editor of the harbour"];

const story = (slug: string, { fields = "", body }: Example): string => `---
title: "The harbour, the grain & the road: ${slug}"
standfirst: A council meets, and nobody is surprised.
section: politics
published: 2026-01-07T09:30:00-05:00
${fields.includes("authors:") ? "" : "authors: [anna, ben]\n"}${fields}---

${body}
`;

const SERIES = `- id: oil
  name: Oil
  group: energy
  unit: US dollars a barrel
  decimals: 2
  frequency: monthly
  source: { name: The Agency, url: https://www.example.org/oil }
  licence: public domain
  rise: neither
  method: The average of the days of a month.
  order: 1
`;

/** A figure was revised after the stories were published. */
const OIL = `date,value,vintage
2025-09,66.10,2025-12-02
2025-10,64.40,2025-12-02
2025-11,62.54,2025-12-02
2025-11,63.10,2026-01-20
`;

describe.each([
  ["with an address", "https://news.example.org/"],
  ["without an address", ""],
])("on a site %s", (_, address) => {
  let pages: readonly SitePage[];
  const pageOf = (slug: string): string => pages.find(({ path }) => path.endsWith(`/${slug}/`))?.html ?? "";

  beforeAll(async () => {
    const folder = temporaryFolder();
    const names = AUTHORS.map((name) => `${name.split(" ")[0]?.toLowerCase()}: { name: ${name}, description: Writes. }\n`);
    writeTree(folder, [
      ["content/authors.yaml", names.join("")],
      [
        "content/topics.yaml",
        "harbours: { name: Harbours, description: About them. }\nweather: { name: Weather forecasts, description: About it. }\n",
      ],
      ["content/pictures/disc.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><circle r="9"/></svg>'],
      ["content/pictures/disc.yaml", "alt: A disc.\ncaption: The disc.\ncredit: Somebody\nlicence: CC0\nsource: own work\n"],
      ...Object.entries(EXAMPLES).map(([slug, example]) => [`content/articles/${slug}.md`, story(slug, example)] as const),
      ["markets/series.yaml", SERIES],
      ["markets/oil.csv", OIL],
    ]);
    const flags = ["content", "markets"].flatMap((name) => [`--${name}`, join(folder, name)]);
    const to = ["--out", join(folder, "site"), "--as-of", "2026-02-01T12:00:00-05:00", "--site-url", address];
    expect(await buildSite([...flags, ...to])).toMatchObject({ code: 0, stderr: "" });
    pages = readPages(join(folder, "site"));
  });

  it.each(Object.entries(EXAMPLES))("%s has all of its parts and nothing else", (slug, { shows }) => {
    const html = pageOf(slug);
    expectWhole(html);
    const text = (readerView(html).content.textContent ?? "").replace(/\s+/g, " ");
    for (const shown of ["A council meets, and nobody is surprised.", ...shows]) expect(text).toContain(shown);
    expect(text).not.toMatch(/Related coverage|newsletter|Home|Weather forecasts/);
  });

  it.each([
    ["an-opinion", "Anna Author, Ben Byline"],
    ["many-authors", AUTHORS.join(", ")],
  ])("%s names its authors", (slug, byline) => {
    expect(readerView(pageOf(slug)).byline).toBe(byline);
  });
});

it("a static page has all of its text", () => {
  expectWhole(readFileSync(join(inject("siteFolder"), "about/index.html"), "utf8"));
});
