import { readSearchRequest, type SearchRequest } from "../src/formats/search/search-request.ts";
import type { Article } from "../src/model/article.ts";
import { type KnownItem, knownItems } from "./bench/search/known-items.ts";

type QueryKind = (item: KnownItem, article: Article) => Readonly<Record<string, string>>;

/** The searches of a reader with one story in mind, as parameters of the address. */
const KINDS: readonly QueryKind[] = [
  ({ words }) => ({ q: words }),
  ({ misspelt }) => ({ q: misspelt }),
  ({ words }) => ({ q: words.split(" ")[0]?.slice(0, 4) ?? "" }),
  ({ title }) => ({ q: title }),
  ({ title }) => ({ q: `"${title.split(" ").slice(0, 2).join(" ")}"` }),
  ({ title }, { section }) => ({ q: longestWord(title), section: section.id, sort: "newest" }),
  ({ title }, { topics }) => ({ q: "", topic: topics[0]?.id ?? longestWord(title), sort: "oldest" }),
  ({ title }, { authors }) => ({ q: longestWord(title).slice(0, 5), author: authors[0]?.id ?? "" }),
  ({ title, words }) => ({ q: `${longestWord(title)} -${words.split(" ")[0]}` }),
  ({ words }, { published }) => ({ q: `the ${words}`, from: `${published.year}-01`, to: published.toFormat("yyyy-MM") }),
];

/** Requests for stories by words, prefixes, phrases, misspellings, filters and orders. Always the same. */
export function queriesAbout(articles: readonly Article[], count: number): readonly SearchRequest[] {
  const byPath = new Map(articles.map((article) => [article.path, article]));
  const items = knownItems(articles, Math.ceil(count / KINDS.length), "queries about stories");
  return items
    .flatMap((item) => {
      const article = byPath.get(item.path);
      return article ? KINDS.map((kind) => readSearchRequest(new URLSearchParams(kind(item, article)))) : [];
    })
    .slice(0, count);
}

function longestWord(text: string): string {
  return text.split(/[^\p{L}]+/u).reduce((longest, word) => (word.length > longest.length ? word : longest), "");
}
