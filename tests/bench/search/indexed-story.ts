import type { Article } from "../../../src/model/article.ts";
import { shortDate } from "../../../src/model/dates.ts";
import { bodyText } from "./story-words.ts";

/** A story for the other libraries: the searched texts, and what a card shows. */
export interface IndexedStory {
  readonly path: string;
  readonly title: string;
  readonly standfirst: string;
  readonly keyPoints: string;
  readonly text: string;
  readonly section: string;
  readonly date: string;
}

/** The fields that are searched, and those stored for cards. */
export const SEARCHED = ["title", "standfirst", "keyPoints", "text"] as const;
export const SHOWN = ["path", "title", "standfirst", "section", "date"] as const;
export type ShownStory = Pick<IndexedStory, (typeof SHOWN)[number]>;

export function indexedStory(article: Article): IndexedStory {
  return {
    path: article.path,
    title: article.title,
    standfirst: article.standfirst,
    keyPoints: article.keyPoints.join(" "),
    text: bodyText(article),
    section: article.section.name,
    date: shortDate(article.published),
  };
}
