import type { FoundStory, SearchAnswer } from "../../src/formats/search/search-answer.ts";
import { NO_REQUEST } from "../../src/formats/search/search-request.ts";

/** A search result, with the changes of a test. */
export function sampleFound(changes: Partial<FoundStory> = {}): FoundStory {
  return {
    path: "/2026/01/07/paris-talks-channel/",
    title: "Paris talks open a channel",
    section: { id: "politics", name: "Politics" },
    excerpt: [{ text: "Two days of talks.", marked: false }],
    bestPassage: undefined,
    marks: [],
    published: "2026-01-07T09:30:00-05:00",
    date: "7 Jan 2026",
    minutes: "2",
    picture: undefined,
    ...changes,
  };
}

/** A complete answer to a search for “talks”, with the changes of a test. */
export function sampleAnswer(changes: Partial<SearchAnswer> = {}): SearchAnswer {
  const { stories = [sampleFound()] } = changes;
  return {
    request: { ...NO_REQUEST, query: "talks" },
    matching: "all",
    total: stories.length,
    stories,
    counts: undefined,
    searched: [2026, 2025, 2024],
    pending: [],
    missing: [],
    correction: undefined,
    isComplete: true,
    ...changes,
  };
}
