import { search } from "../../../../src/browser/search/search-client.ts";
import { NO_REQUEST } from "../../../../src/formats/search/search-request.ts";
import { complete, query, showFound } from "./show-found.ts";

const MAX_STORIES = 20;

search({ ...NO_REQUEST, query }, MAX_STORIES, {
  onAnswer: ({ stories, isComplete }) => {
    showFound(
      stories.map(({ path, title, section, date, excerpt }) => ({
        path,
        title,
        section: section.name,
        date,
        standfirst: excerpt.map(({ text }) => text).join(""),
      })),
    );
    if (isComplete) complete();
  },
  onFailure: () => {
    throw new Error("The search failed.");
  },
});
