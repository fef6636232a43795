import { Parser } from "commonmark";
import { describe, expect, it } from "vitest";
import { hrefFrom } from "../../src/model/urls.ts";
import { renderMarkdown } from "../../src/node/ingest/markdown/render-markdown.ts";
import { seededRandom } from "../bench/archive/random.ts";
import { LANGUAGES, type RandomText, randomText } from "./random-markdown.ts";
import { sampleFigureContext, sampleSeries } from "./sample-series.ts";
import { textOf } from "./text-of.ts";

const FIGURES = sampleFigureContext([sampleSeries({ "2026-04": 117.29, "2026-05": 107.14 })]);

function read({ written, language }: RandomText) {
  const context = { ...FIGURES, language };
  const { body, diagnostics } = renderMarkdown(written, hrefFrom("/2026/07/08/talks/"), new Set(["paris"]), context);
  const html = body.map((block) => (block.kind === "html" ? block.html : "")).join("\n");
  return {
    text: textOf(html.replace(/<sup class="footnote-ref">.*?<\/sup>| <a [^>]*class="footnote-back".*?<\/a>/g, "")),
    diagnostics,
  };
}

/** The text of CommonMark as another implementation reads it. Tags are text, since the site has none. */
function oracle(plain: string): string {
  const walker = new Parser().parse(plain).walker();
  let text = "";
  for (let event = walker.next(); event; event = walker.next()) {
    const { type, literal } = event.node;
    if (literal !== null) text += literal;
    if (!["text", "code", "emph", "strong", "link", "html_inline"].includes(type)) text += "\n";
  }
  return text;
}

/** Undoes typography, whatever the language, and collapses spaces. */
function straight(text: string): string {
  return text
    .replace(/[“”„‟«»″「」『』‘’‚‹›′"]/g, "'")
    .replaceAll("\u202F", "")
    .replaceAll("—", "---")
    .replaceAll("–", "--")
    .replaceAll("…", "...")
    .replace(/\s+/g, " ")
    .trim();
}

/** Registers tests of random texts in several languages, with and without faults. */
export function describeRandomMarkdown(count: number, seed: string): void {
  const texts = Array.from({ length: count }, (_, number) => randomText(seededRandom(`${seed} markdown ${number}`)));

  describe(`of ${count} random texts in ${LANGUAGES.length} languages`, () => {
    it("those without faults show the text that CommonMark gives, and nothing of the source", () => {
      const sound = texts.filter(({ faults }) => faults.length === 0);
      expect(sound.length).toBeGreaterThan(count / 4);
      for (const each of sound) {
        const { text, diagnostics } = read(each);
        expect(diagnostics, each.written).toEqual([]);
        expect(straight(text), each.written).toBe(straight(oracle(each.plain)));
      }
    });

    it("those with faults are refused, with the line of each fault and no other", () => {
      const faulty = texts.filter(({ faults }) => faults.length > 0);
      expect(faulty.length).toBeGreaterThan(count / 4);
      for (const each of faulty) {
        const lines = read(each).diagnostics.map(({ line }) => line);
        for (const { first, source } of each.faults) expect(lines, `${source}\n\nin\n\n${each.written}`).toContain(first);
        const foreign = lines.filter((line) => !each.faults.some(({ first, last }) => line >= first && line <= last));
        expect(foreign, each.written).toEqual([]);
      }
    });
  });
}
