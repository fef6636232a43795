import type { SitePath } from "../../../src/model/urls.ts";
import { between, chance, type Random, several } from "./random.ts";
import { capitalised, word, words } from "./vocabulary.ts";

/** Finds a page for a link to lead to. */
export type LinkTarget = (random: Random) => SitePath;

/** A body of some 600 words with what stories have: headings, links, emphasis, quotations, now and then a list or table. */
export function body(random: Random, target: LinkTarget): string {
  const paragraphs = (min: number, max: number) => several(random, min, max, () => paragraph(random, target));
  const parts = several(random, 2, 4, () => [`## ${heading(random)}`, ...paragraphs(1, 2), ...aside(random)]).flat();
  return `${[...paragraphs(2, 2), ...parts].join("\n\n")}\n`;
}

export function sentence(random: Random): string {
  const count = between(random, 4, 16) + between(random, 3, 14);
  const comma = between(random, 3, Math.max(3, count - 3));
  return `${capitalised(words(random, comma))}, ${words(random, Math.max(1, count - comma))}.`;
}

/** Words as a headline has them: capitalised at the beginning, and no full stop. */
export function headline(random: Random, min: number, max: number): string {
  return capitalised(words(random, between(random, min, max)));
}

function heading(random: Random): string {
  return headline(random, 2, 5);
}

function paragraph(random: Random, target: LinkTarget): string {
  const sentences = several(random, 3, 5, () => sentence(random));
  return [...sentences, ...decorated(random, target)].join(" ");
}

/** What makes a paragraph more than words; often nothing. */
function decorated(random: Random, target: LinkTarget): readonly string[] {
  const begin = capitalised(words(random, between(random, 3, 8)));
  const end = words(random, between(random, 2, 6));
  const kind = between(random, 1, 9);
  if (kind === 1) return [`${begin} *${word(random)}* ${end}.`];
  if (kind === 2) return [`${begin} **${words(random, 2)}** ${end}.`];
  if (kind <= 4) return [`${begin} [${words(random, 3)}](${target(random)}) ${end}.`];
  if (kind === 5) return [`${begin} [${words(random, 2)}](https://example.org/${word(random)}) ${end}.`];
  if (kind === 6) return [`"${begin}," ${word(random)} ${word(random)} ${word(random)}'s ${end}.`];
  if (kind === 7) return [`${begin} ${between(random, 1, 99)}.${between(random, 0, 9)} per cent -- ${end}.`];
  return [];
}

function aside(random: Random): readonly string[] {
  if (chance(random, 0.12)) return [several(random, 3, 6, () => `- ${sentence(random)}`).join("\n")];
  if (chance(random, 0.08)) return [table(random)];
  return [];
}

function table(random: Random): string {
  const rows = several(random, 3, 8, () => `| ${words(random, 2)} | ${between(random, 1, 9999)} | ${word(random)} |`);
  return [`| ${capitalised(word(random))} | ${capitalised(word(random))} | Source |`, "|---|--:|---|", ...rows].join("\n");
}
