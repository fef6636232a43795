import { stripBindings } from "../../src/model/body.ts";
import { hrefFrom } from "../../src/model/urls.ts";
import { BRACES } from "../../src/node/ingest/markdown/raw-source.ts";
import { renderMarkdown } from "../../src/node/ingest/markdown/render-markdown.ts";
import { CONTROLS, MARKDOWN_PLACES, PAYLOADS } from "../hostile-corpus.ts";

/** Maps a payload to the text that the content holds. */
export type Disguise = (text: string) => string;

export const verbatim: Disguise = (text) => text;
/** A harmless text of the same shape. */
export const harmless: Disguise = (text) => text.replace(/\S/gu, "x");

export type Files = readonly (readonly [path: string, text: string])[];

/** Content, market data and settings with payloads in every field that holds text. */
export interface HostileSite {
  /** The titles of its stories. */
  readonly titles: readonly string[];
  /** Stories, authors, topics, pictures and static pages. */
  content(disguise: Disguise): Files;
  /** Up to `max` market series. 40 have every payload in their texts; all have every short payload in their names. */
  series(disguise: Disguise, max?: number): Files;
  settings(disguise: Disguise): object;
}

/** The payloads of the corpus that a field accepts. */
export const ACCEPTED: readonly string[] = acceptedOf([...PAYLOADS, ...CONTROLS]);

/** The texts that a field accepts: blank ones, and what looks like a bound figure, are errors. */
export function acceptedOf(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text.trim() !== "" && isAccepted(text));
}

function isAccepted(text: string): boolean {
  return !BRACES.test(text) && stripBindings(text) === text;
}

const COUNT = { authors: 20, topics: 20, pictures: 12 };

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
/** JSON is YAML. */
const yaml = (value: unknown): string => JSON.stringify(value);
/** The entry of a list that starts again at its end. */
const cyclic = (texts: readonly string[], index: number): string => texts[index % texts.length] ?? "";

/** How an editor writes a text in a field without markup: with escapes. */
export function fieldSource(text: string): string {
  return text.replace(/[\\<{*_`~&[\]=|]|^[#:]/gm, "\\$&");
}

/** Joins payloads to texts of up to `length` characters; longer payloads are left out. */
function packed(payloads: readonly string[], length: number): readonly string[] {
  const texts: string[] = [];
  for (const payload of payloads) {
    if (payload.length > length) continue;
    const longer = `${texts.at(-1)} ${payload}`;
    if (texts.length > 0 && longer.length <= length && isAccepted(longer)) texts[texts.length - 1] = longer;
    else texts.push(payload);
  }
  return texts;
}

/** @param payloads accepted by fields; each stands in every kind of field that has room for it */
export function hostileSite(payloads: readonly string[], bodies: readonly string[] = []): HostileSite {
  const fields = payloads.map(fieldSource);
  const [titles, lines, annotations] = [packed(fields, 120), packed(fields, 240), packed(fields, 40)];
  const [names, labels, paragraphs] = [packed(payloads, 60), packed(payloads, 12), packed(payloads, 600)];
  const count = Math.max(titles.length, lines.length);
  const title = (index: number): string => cyclic(titles, index);
  const share = (parts: number, index: number): string => {
    const start = (part: number): number => Math.floor((part * payloads.length) / parts);
    return payloads.slice(start(index), start(index + 1)).join("\n");
  };

  function story(index: number, disguise: Disguise): string {
    const line = disguise(cyclic(lines, index));
    const day = String((index % 28) + 1).padStart(2, "0");
    const fields = {
      title: disguise(title(index)),
      standfirst: line,
      section: "politics",
      published: `2026-01-${day}T09:30:${String(Math.floor(index / 28)).padStart(2, "0")}-05:00`,
      updated: "2026-03-01T00:00:00-05:00",
      authors: [`thing-${index % COUNT.authors}`],
      topics: [`thing-${index % COUNT.topics}`],
      picture: { file: `picture-${index % COUNT.pictures}`, caption: line, alt: line },
      keyPoints: [line, line],
      corrections: [{ date: "2026-02-01T00:00:00-05:00", text: disguise(cyclic(lines, index + 1)) }],
    };
    const chart = yaml({
      series: "series-0",
      from: "2025-10",
      to: "2025-12",
      title: disguise(title(index + 1)),
      note: line,
      annotations: [{ date: "2025-12", text: disguise(cyclic(annotations, index)) }],
    });
    const body = range(Math.ceil(bodies.length / count)).map((at) => bodies[at * count + index] ?? "");
    return `---\n${yaml(fields)}\n---\n\nZinnober.\n\n\`\`\`chart\n${chart}\n\`\`\`\n\n${body.join("\n\n")}\n`;
  }

  function staticPage(index: number, disguise: Disguise): string {
    const fields = { title: disguise(title(index)), description: disguise(cyclic(lines, index)) };
    return `---\n${yaml(fields)}\n---\n\nText.\n`;
  }

  function terms(parts: number, disguise: Disguise, more: object): object {
    return Object.fromEntries(
      range(parts).map((index) => {
        const text = disguise(fieldSource(share(parts, index)));
        return [`thing-${index}`, { name: text, description: text, ...more }];
      }),
    );
  }

  return {
    titles: range(count).map(title),
    content: (disguise) => [
      ...range(count).map((index) => [`articles/2026/story-${index}.md`, story(index, disguise)] as const),
      ["authors.yaml", yaml(terms(COUNT.authors, disguise, { kind: "person" }))],
      ["topics.yaml", yaml(terms(COUNT.topics, disguise, {}))],
      ...range(COUNT.pictures).flatMap((index) =>
        picture(`picture-${index}`, disguise(fieldSource(share(COUNT.pictures, index)))),
      ),
      ...picture("tiny", "x"),
      ...range(count).map((index) => [`pages/page-${index}.md`, staticPage(index, disguise)] as const),
    ],
    series: (disguise, max = names.length) => {
      const series = names.slice(0, max).map((name, index) => {
        const text = disguise(cyclic(paragraphs, index));
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
    },
    settings: (disguise) => {
      const all = disguise(payloads.join(" "));
      const sections = ["politics", "economy", "market-data"].map((id, index) => {
        const text = disguise(share(3, index));
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
    },
  };
}

function picture(name: string, text: string): Files {
  const source = `https://example.org/${encodeURI(text).slice(0, 200)}"'<x>`;
  return [
    [
      `pictures/${name}.svg`,
      '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="18"><script>taken()</script><rect width="32" height="9"/></svg>',
    ],
    [`pictures/${name}.yaml`, yaml({ alt: text, caption: text, credit: text, licence: text, source })],
  ];
}

const CONTEXT = { series: new Map(), knownAtMs: undefined, asOfMs: 0, language: "en-GB" } as const;
const IMAGES: ReadonlySet<string> = new Set(["tiny"]);

/** Renders the body of a story. */
export function rendered(markdown: string) {
  return renderMarkdown(markdown, hrefFrom("/2026/01/07/story/"), IMAGES, CONTEXT);
}

/** Every payload in every Markdown construct that publishes it: neither an error nor a link to a page that does not exist. */
export function hostileBodies(payloads: readonly string[]): readonly string[] {
  return ["a heading", "a list", "a table", "code", "the title of a link", "the text of a picture"].flatMap((construct) =>
    payloads
      .map((payload) => MARKDOWN_PLACES[construct]?.(payload) ?? "")
      .filter((markdown) => {
        const { diagnostics, links } = rendered(markdown);
        return diagnostics.length === 0 && links.length === 0;
      }),
  );
}

/** One story and one page, for a publication whose settings alone are hostile. */
export const PLAIN_CONTENT: Files = [
  ["authors.yaml", yaml({ desk: { name: "Desk", description: "Writes." } })],
  ["topics.yaml", "{}"],
  ["pages/about.md", "---\ntitle: About\ndescription: About.\n---\n\nText.\n"],
  [
    "articles/2026/story.md",
    "---\ntitle: Title\nstandfirst: Text.\nsection: politics\npublished: 2026-01-07T09:30:00-05:00\nauthors: [desk]\n---\n\nZinnober.\n",
  ],
];
