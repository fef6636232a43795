import { describe, expect, it } from "vitest";
import { ADDRESSES, CONTROLS, MARKDOWN_PLACES, PAYLOADS } from "../hostile-corpus.ts";
import { rendered } from "../site/hostile-site.ts";
import { fragmentStructure } from "../site/page-structure.ts";

/** The elements and attributes that Markdown produces. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  a: ["aria-label", "class", "href", "id", "rel", "title"],
  blockquote: ["class"],
  code: ["class"],
  h2: [],
  h3: [],
  li: ["class", "id"],
  section: ["aria-label", "class", "tabindex"],
  span: ["id"],
  sup: ["class"],
  td: ["class"],
  th: ["class", "scope"],
};
const BARE = ["br", "em", "hr", "ol", "p", "pre", "strong", "table", "tbody", "thead", "tr", "ul"];

/** Elements and attributes that Markdown does not produce. */
function foreign(html: string): readonly string[] {
  return fragmentStructure(html).skeleton.filter((line) => {
    const [element = "", ...attributes] = line.trim().split(" ");
    const known = MADE[element] ?? (BARE.includes(element) ? [] : undefined);
    return !known || attributes.some((name) => !known.includes(name));
  });
}

/** The published HTML of a body, or its diagnostics. */
function outcome(markdown: string): string | { readonly rejected: string } {
  const { body, diagnostics, links } = rendered(markdown);
  if (diagnostics.length > 0) return { rejected: diagnostics.map(({ message }) => message).join("; ") };
  if (links.some(({ path }) => path !== "")) return { rejected: "leads to a page that is not there" };
  return body.map((block) => (block.kind === "html" ? block.html : "")).join("");
}

describe.each(Object.entries(MARKDOWN_PLACES))("as %s", (_, put) => {
  it("no hostile text produces an element, an attribute or an address that Markdown does not", () => {
    const found = [...PAYLOADS, ...CONTROLS].flatMap((payload) => {
      const html = outcome(put(payload));
      if (typeof html !== "string") return [];
      return [...foreign(html), ...fragmentStructure(html).dangers].map((danger) => `${JSON.stringify(payload)}: ${danger}`);
    });
    expect(found).toEqual([]);
  });
});

it.each(["the address of a link", "the bracketed address of a link", "an autolink", "a reference"])(
  "as %s, every hostile address is rejected or stays text",
  (context) => {
    const outcomes = ADDRESSES.map((address) => outcome(MARKDOWN_PLACES[context]?.(address) ?? ""));
    expect(outcomes.filter((each) => typeof each === "string" && each.includes("<a "))).toEqual([]);
    expect(outcomes.filter((each) => typeof each !== "string").length).toBeGreaterThan(20);
  },
);

it("an address of the web, of mail or of a telephone is not hostile", () => {
  for (const address of ["https://example.org/", "mailto:desk@example.org", "tel:+12025550100"]) {
    expect(outcome(`[x](${address})`)).toContain(`<a href="${address}"`);
  }
});

it("text that looks like HTML is rejected", () => {
  for (const payload of ["<script>taken()</script>", "<img src=x onerror=taken()>", "<!-- x -->"]) {
    expect(outcome(payload)).toEqual({ rejected: expect.stringContaining("contains the HTML") });
  }
});
