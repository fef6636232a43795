import type { OutputDiagnostic } from "./output-fault.ts";
import type { ScannedPage } from "./scan-page.ts";

export type PageFault = Pick<OutputDiagnostic, "element" | "problem" | "remedy">;

interface PageRule {
  readonly element: string;
  readonly remedy: string;
  /** What is wrong with a page, if anything. */
  readonly problem: (page: ScannedPage) => string | undefined;
}

/** What every page has. One that only forwards is not read; one that is hidden from search engines is not described to them. */
const PAGE_RULES: readonly PageRule[] = [
  {
    element: "<html>",
    remedy: "name the language of the page",
    problem: ({ language }) => (language?.trim() ? undefined : "has no lang"),
  },
  { element: "<title>", remedy: "say what the page is called", problem: ({ title }) => lack(title) },
  {
    element: '<meta name="description">',
    remedy: "describe the page in a sentence",
    problem: ({ description, isHidden }) => (isHidden ? undefined : lack(description)),
  },
  {
    element: "<h1>",
    remedy: "give the page one heading of the first level",
    problem: ({ headings, forwards }) => (headings === 1 || forwards ? undefined : `stands ${headings} times`),
  },
];

function lack(text: string | undefined): string | undefined {
  if (text === undefined) return "is missing";
  return text.trim() === "" ? "is empty" : undefined;
}

/** What is wrong with a page by itself, whatever it links to. */
export function pageFaults(page: ScannedPage): readonly PageFault[] {
  return [
    ...PAGE_RULES.flatMap(({ element, remedy, problem }) => {
      const found = problem(page);
      return found === undefined ? [] : [{ element, problem: found, remedy }];
    }),
    ...page.repeatedIds.map(({ element, id }) => ({
      element: `<${element} id="${id}">`,
      problem: "has an id that another element has",
      remedy: "give it another one: links and labels find the first only",
    })),
    ...page.faultyPictures.map(({ src, lacks }) => ({
      element: `<img src="${src}">`,
      problem: `has no ${lacks}`,
      remedy:
        lacks === "alt"
          ? "say what it shows; an empty alt says that it adds nothing"
          : "give both in pixels, or the text moves as it loads",
    })),
  ];
}
