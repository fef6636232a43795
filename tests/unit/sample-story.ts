import type { Article } from "../../src/model/article.ts";
import { instant } from "../../src/model/dates.ts";
import type { Section } from "../../src/model/site.ts";
import type { Author } from "../../src/model/taxonomy.ts";
import { articlePath } from "../../src/model/urls.ts";

export const CALENDAR = { timeZone: "America/New_York", language: "en-GB" };

export const POLITICS: Section = { id: "politics", name: "Politics", description: "What governments do." };
export const ECONOMY: Section = { id: "economy", name: "Economy", description: "What is measured." };

/** An author or topic named after its id. */
export function taxonomyTerm(id: string): Author {
  return { id, name: `The ${id}`, description: `About ${id}.`, kind: "desk" };
}

type Differences = Partial<Omit<Article, "published" | "updated">> & {
  readonly published?: string;
  readonly updated?: string;
};

/** A story of 7 January 2026 in Politics; the test overrides fields. Dates are instants of ISO 8601. */
export function story({ published = "2026-01-07T09:30:00-05:00", updated, ...rest }: Differences = {}): Article {
  const date = instant(published, CALENDAR);
  const slug = rest.slug ?? "paris-talks";
  return {
    slug,
    path: articlePath(date, slug),
    title: "Talks open a channel",
    standfirst: "Two delegations met.",
    section: POLITICS,
    published: date,
    updated: updated === undefined ? undefined : instant(updated, CALENDAR),
    authors: [taxonomyTerm("politics-desk")],
    topics: [],
    picture: undefined,
    keyPoints: [],
    body: [{ kind: "html", html: "<p>Text.</p>\n" }],
    words: 1,
    series: [],
    corrections: [],
    draft: false,
    ...rest,
  };
}
