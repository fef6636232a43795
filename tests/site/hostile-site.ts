import { asRead } from "../../src/model/body.ts";
import { hrefFrom } from "../../src/model/urls.ts";
import { BRACES } from "../../src/node/ingest/markdown/check-markdown.ts";
import { renderMarkdown } from "../../src/node/ingest/markdown/render-markdown.ts";
import { CONTROLS, MARKDOWN_PLACES, PAYLOADS } from "../hostile-corpus.ts";

/** Makes of a hostile text what stands in the content. */
export type Disguise = (text: string) => string;

/** A text as it is. */
export const asItIs: Disguise = (text) => text;
/** A text of the same shape that does no harm. */
export const harmless: Disguise = (text) => text.replace(/\S/gu, "x");

type Files = readonly (readonly [string, string])[];

/** Whether a text can stand in a field: what would bind a figure is refused. */
function isTaken(text: string): boolean {
  return !BRACES.test(text) && asRead(text) === text;
}

/** Every payload that fields take. */
export const TAKEN: readonly string[] = [...PAYLOADS, ...CONTROLS].filter((text) => text.trim() !== "" && isTaken(text));

/** As many payloads in each text as it can hold; every payload stands in one. */
function packed(most: number): readonly string[] {
  const texts: string[] = [];
  for (const payload of TAKEN) {
    if (payload.length > most) continue;
    const longer = `${texts.at(-1)} ${payload}`;
    if (texts.length > 0 && longer.length <= most && isTaken(longer)) texts[texts.length - 1] = longer;
    else texts.push(payload);
  }
  return texts;
}

const TITLES = packed(120);
const LINES = packed(240);
const PARAGRAPHS = packed(600);

/** The entry of a list that goes round and round. */
function around(texts: readonly string[], index: number): string {
  return texts[index % texts.length] ?? "";
}

const COUNT = { authors: 20, topics: 20, pictures: 12 };

/** All payloads in so many texts of about the same length. */
function shared(count: number, index: number): string {
  const size = Math.ceil(TAKEN.length / count);
  return TAKEN.slice(index * size, (index + 1) * size).join("\n");
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
/** JSON is YAML. */
const yaml = (value: unknown): string => JSON.stringify(value);

/** How many stories there are: each has its share of the payloads in every field, and all have all of them. */
export const STORIES = Math.max(TITLES.length, LINES.length);

const storySlug = (index: number): string => `story-${index}`;
export const storyTitle = (index: number): string => around(TITLES, index);

/** Stories, authors, topics and pictures with a hostile text in every field. */
export function hostileContent(disguise: Disguise): Files {
  return [
    ...range(STORIES).map((index) => [`articles/2026/${storySlug(index)}.md`, story(index, disguise)] as const),
    ["authors.yaml", yaml(namedThings(COUNT.authors, disguise, { kind: "person" }))],
    ["topics.yaml", yaml(namedThings(COUNT.topics, disguise, {}))],
    ...range(COUNT.pictures).flatMap((index) => picture(`picture-${index}`, shared(COUNT.pictures, index), disguise)),
    ...picture("tiny", "x", asItIs),
    ...range(STORIES).map((index) => [`pages/page-${index}.md`, staticPage(index, disguise)] as const),
  ];
}

function staticPage(index: number, disguise: Disguise): string {
  const fields = { title: disguise(storyTitle(index)), description: disguise(around(LINES, index)) };
  return `---\n${yaml(fields)}\n---\n\nText.\n`;
}

function namedThings(count: number, disguise: Disguise, more: object): object {
  return Object.fromEntries(
    range(count).map((index) => {
      const text = disguise(shared(count, index));
      return [`thing-${index}`, { name: text, description: text, ...more }];
    }),
  );
}

function picture(name: string, text: string, disguise: Disguise): Files {
  const said = disguise(text);
  const source = `https://example.org/${encodeURI(said).slice(0, 200)}"'<x>`;
  return [
    [
      `pictures/${name}.svg`,
      '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="18"><script>taken()</script><rect width="32" height="9"/></svg>',
    ],
    [`pictures/${name}.yaml`, yaml({ alt: said, caption: said, credit: said, licence: said, source })],
  ];
}

function story(index: number, disguise: Disguise): string {
  const line = disguise(around(LINES, index));
  const day = String((index % 28) + 1).padStart(2, "0");
  const published = `2026-01-${day}T09:30:${String(Math.floor(index / 28)).padStart(2, "0")}-05:00`;
  const fields = {
    title: disguise(storyTitle(index)),
    standfirst: line,
    section: "politics",
    published,
    updated: `2026-03-01T00:00:00-05:00`,
    authors: [`thing-${index % COUNT.authors}`],
    topics: [`thing-${index % COUNT.topics}`],
    picture: { file: `picture-${index % COUNT.pictures}`, caption: line, alt: line },
    keyPoints: [line, line],
    corrections: [{ date: "2026-02-01T00:00:00-05:00", text: disguise(around(LINES, index + 1)) }],
  };
  const annotation = disguise(around(packed(40), index));
  const chart = yaml({
    series: "series-0",
    from: "2025-10",
    to: "2025-12",
    title: disguise(storyTitle(index + 1)),
    note: line,
    annotations: [{ date: "2025-12", text: annotation }],
  });
  const body = range(Math.ceil(BODIES.length / STORIES)).map((at) => BODIES[at * STORIES + index] ?? "");
  return `---\n${yaml(fields)}\n---\n\nZinnober.\n\n\`\`\`chart\n${chart}\n\`\`\`\n\n${body.join("\n\n")}\n`;
}

const DESK = { series: new Map(), knownAtMs: undefined, asOfMs: 0, language: "en-GB" } as const;
const POOL: ReadonlySet<string> = new Set(["tiny"]);

/** Renders a body that stands on a page of its own. */
export function rendered(markdown: string) {
  return renderMarkdown(markdown, hrefFrom("/2026/01/07/story/"), POOL, DESK);
}

/** Every payload in every place of Markdown that is published there, and neither refused nor a link to a page that is not there. */
const BODIES: readonly string[] = [
  "a heading",
  "a list",
  "a table",
  "code",
  "the title of a link",
  "the text of a picture",
].flatMap((place) =>
  PAYLOADS.map((payload) => MARKDOWN_PLACES[place]?.(payload) ?? "").filter((markdown) => {
    const { problems, links } = rendered(markdown);
    return problems.length === 0 && links.length === 0;
  }),
);

/** One story and one page, for a publication whose settings are hostile. */
export const PLAIN_CONTENT: Files = [
  ["authors.yaml", yaml({ desk: { name: "Desk", description: "Writes." } })],
  ["topics.yaml", "{}"],
  ["pages/about.md", "---\ntitle: About\ndescription: About.\n---\n\nText.\n"],
  [
    "articles/2026/story.md",
    "---\ntitle: Title\nstandfirst: Text.\nsection: politics\npublished: 2026-01-07T09:30:00-05:00\nauthors: [desk]\n---\n\nZinnober.\n",
  ],
];

/** Market series with a hostile name, label, source, licence and method. */
export function hostileSeries(disguise: Disguise): Files {
  const names = packed(60);
  const labels = packed(12);
  const series = names.map((name, index) => {
    const text = disguise(around(PARAGRAPHS, index));
    return {
      id: `series-${index}`,
      name: disguise(name),
      ...(index < labels.length && { label: disguise(labels[index] ?? "") }),
      group: "energy",
      unit: "US dollars a barrel",
      decimals: 2,
      frequency: "monthly",
      source: { name: text, url: "https://example.org/\"'><x>" },
      licence: text,
      rise: "neither",
      method: text,
      order: index,
    };
  });
  return [
    ["series.yaml", yaml(series)],
    ...series.map(({ id }) => [`${id}.csv`, "date,value\n2025-10,-1.5\n2025-11,\n2025-12,2.25\n"] as const),
  ];
}

/** Settings of a publication with a hostile text in every field that holds one. */
export function hostileSettings(disguise: Disguise): object {
  const all = disguise(TAKEN.join(" "));
  const sections = ["politics", "economy", "market-data"].map((id, index) => {
    const text = disguise(shared(3, index));
    return { id, name: text, description: text };
  });
  return {
    name: all,
    tagline: all,
    description: all,
    address: "https://example.org/a/b/",
    language: "en-GB",
    timeZone: "America/New_York",
    sections,
    newsletter: { provider: "form", action: "https://example.com/\"'><x>", emailField: all },
    partnerFeeds: [{ id: "partner", name: all, hours: 8000 }],
    webSubHub: "https://example.org/\"'><x>",
    security: {
      contact: ["https://example.org/\"'><x>"],
      expires: "2027-01-01T00:00:00Z",
      policy: "https://example.org/\"'><x>",
    },
  };
}
