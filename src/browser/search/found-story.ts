import type { FoundStory } from "../../../_includes/components/search/SearchResults.tsx";
import type { PagefindFragment } from "./pagefind-client.ts";

/** Makes a result of Pagefind a story to be shown, with addresses below `root`. */
export function foundStory({ raw_url, excerpt, meta }: PagefindFragment, root: URL): FoundStory {
  const hrefOf = (path: string): string => new URL(path.replace(/^\//, ""), root).href;
  return {
    href: hrefOf(raw_url),
    title: meta.title,
    section: { name: meta.section, href: hrefOf(meta.sectionPath) },
    excerpt: markedText(excerpt),
    published: meta.published,
    date: meta.date,
    minutes: meta.minutes,
    picture: meta.picture ? hrefOf(meta.picture) : undefined,
  };
}

/** Takes Pagefind's excerpt apart without ever treating it as markup: only `<mark>` means anything. */
export function markedText(excerpt: string): FoundStory["excerpt"] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter(Boolean)
    .map((piece) => {
      const marked = piece.startsWith("<mark>");
      return { text: unescapeText(marked ? piece.slice(6, -7) : piece), marked };
    });
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
  "&#x27;": "'",
};

function unescapeText(text: string): string {
  return text.replace(/&(?:lt|gt|amp|quot|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
}
