import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import * as pagefind from "pagefind";
import type { Article } from "../newsroom/article.ts";
import type { Gallery } from "../newsroom/gallery.ts";
import { searchRecord } from "../newsroom/search-record.ts";
import type { Site } from "../newsroom/site.ts";
import type { Step } from "./build-report.ts";

const AT_ONCE = 32;

/**
 * Writes Pagefind's index of the bodies of stories.
 *
 * @param folder where the bundle goes, such as `dist/pagefind`
 * @throws where Pagefind reports any error
 */
export async function writeSearchIndex(
  articles: readonly Article[],
  { language }: Site,
  gallery: Gallery,
  folder: string,
  step: Step,
): Promise<void> {
  step.expect(articles.length);
  const { index, errors } = await pagefind.createIndex({
    forceLanguage: language.split("-")[0] ?? language,
    excludeSelectors: [".pull-quote", ".footnote-back", ".footnote-ref"],
  });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
  try {
    for (let start = 0; start < articles.length; start += AT_ONCE) {
      const batch = articles.slice(start, start + AT_ONCE);
      const answers = await Promise.all(batch.map((article) => index.addHTMLFile(searchRecord(article, language, gallery))));
      complain(answers.flatMap((answer) => answer.errors));
      step.advance(batch.length);
    }
    complain((await index.writeFiles({ outputPath: folder })).errors);
    await removeStockInterface(folder);
  } finally {
    await pagefind.close();
  }
}

/** Pagefind always writes its own user interfaces, which this site does not use. */
async function removeStockInterface(folder: string): Promise<void> {
  const stock = (await readdir(folder)).filter((name) => /^pagefind-(?:.*ui|highlight)\./.test(name));
  await Promise.all(stock.map((name) => rm(join(folder, name))));
}

function complain(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind could not index the stories: ${errors.join("; ")}`);
}
