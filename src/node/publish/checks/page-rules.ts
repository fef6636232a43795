import type { Finding } from "./output-diagnostics.ts";
import type { ScannedPage } from "./scan-page.ts";

interface PageRule {
  readonly element: string;
  /** What is wrong with a page, if anything. */
  readonly check: (page: ScannedPage) => string | undefined;
  readonly fix: string;
}

/** What every page must have. Redirect pages need no heading, and pages hidden from search engines no description. */
const PAGE_RULES: readonly PageRule[] = [
  {
    element: "<html>",
    check: ({ language }) => (language?.trim() ? undefined : "has no lang"),
    fix: "set the language of the page",
  },
  { element: "<title>", check: ({ title }) => checkContent(title), fix: "give the page a title" },
  {
    element: '<meta name="description">',
    check: ({ description, isHidden }) => (isHidden ? undefined : checkContent(description)),
    fix: "describe the page in a sentence",
  },
  {
    element: "<h1>",
    check: ({ headings, isRedirect }) => (headings === 1 || isRedirect ? undefined : `occurs ${headings} times`),
    fix: "give the page exactly one",
  },
];

function checkContent(text: string | undefined): string | undefined {
  if (text === undefined) return "is missing";
  return text.trim() === "" ? "is empty" : undefined;
}

/** Reports what is wrong with a page by itself, whatever it links to. */
export function checkPage(page: ScannedPage): readonly Finding[] {
  return [
    ...PAGE_RULES.flatMap(({ element, check, fix }) => {
      const message = check(page);
      return message === undefined ? [] : [{ element, message, fix }];
    }),
    ...page.duplicateIds.map(({ element, id }) => ({
      element: `<${element} id="${id}">`,
      message: "has the id of another element",
      fix: "change it: links and labels only find the first",
    })),
    ...page.incompleteImages.map(({ src, lacks }) => ({
      element: `<img src="${src}">`,
      message: `has no ${lacks}`,
      fix:
        lacks === "alt"
          ? "describe the image, or write an empty alt if it is decorative"
          : "add both in pixels, or the text moves while the image loads",
    })),
  ];
}
