import { describe, expect, inject, it } from "vitest";
import { between, type Random, seededRandom, several } from "../bench/archive/random.ts";
import { PAYLOADS } from "../hostile-corpus.ts";
import { itIsLikeItsHarmlessTwin } from "../site/hostile-publication.ts";
import { ACCEPTED, acceptedOf, hostileBodies, hostileSite, PLAIN_CONTENT } from "../site/hostile-site.ts";
import { visitPages } from "../site/hostile-visit.ts";
import { hostileText } from "../unit/hostile-text.ts";

const VARIANTS = 300;

describe("a publication with the whole corpus in its content and market series", () => {
  const { content, series, titles } = hostileSite(ACCEPTED, hostileBodies(PAYLOADS));
  const publication = itIsLikeItsHarmlessTwin({ content, series }, titles);

  it("runs nothing in a browser that no policy protects: every page, search, and highlights", async () => {
    const queries = PAYLOADS.filter((_, index) => index % 10 === 0);
    expect(await visitPages(publication(), publication().pages, queries)).toEqual([]);
  });
});

describe("a publication with the whole corpus in its settings", () => {
  const { settings } = hostileSite(ACCEPTED);
  const publication = itIsLikeItsHarmlessTwin({ content: () => PLAIN_CONTENT, settings });

  it("runs nothing in a browser that no policy protects: every page, search, and highlights", async () => {
    expect(await visitPages(publication(), publication().pages, PAYLOADS.slice(0, 5))).toEqual([]);
  });
});

describe(`a publication with ${VARIANTS} random texts`, () => {
  const random = seededRandom(`${inject("seed")} variants`);
  const texts = acceptedOf(Array.from({ length: VARIANTS }, () => variant(random)));
  const { content, series, settings } = hostileSite(texts, hostileBodies(texts));
  const publication = itIsLikeItsHarmlessTwin({ content, series: (disguise) => series(disguise, 40), settings });

  it("runs nothing in a browser that no policy protects: a third of its pages, search, and highlights", async () => {
    const paths = publication().pages.filter((_, index) => index % 3 === 0);
    expect(await visitPages(publication(), paths, texts.slice(0, 10))).toEqual([]);
  });
});

/** Payloads cut and joined at random places, with text that breaks data formats between them. Cuts may split a surrogate pair. */
function variant(random: Random): string {
  const piece = (): string => {
    const payload = PAYLOADS[between(random, 0, PAYLOADS.length - 1)] ?? "";
    return random() < 0.5 ? payload : payload.slice(between(random, 0, payload.length));
  };
  const tail = random() < 0.3 ? [hostileText(random)] : [];
  return [...several(random, 1, 3, piece), ...tail]
    .join("")
    .replace(/[\r\n\t]/g, " ")
    .slice(0, 100)
    .trim()
    .toWellFormed();
}
