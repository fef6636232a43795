import { describe, expect, it } from "vitest";
import {
  announcementOf,
  foundWords,
  missingWords,
  searchedWords,
  storyCount,
} from "../../_includes/components/search/answer-words.ts";
import { NO_REQUEST } from "../../src/newsroom/search/search-request.ts";
import { sampleAnswer } from "./sample-answer.ts";

describe("the words for an answer", () => {
  it("count stories as people do", () => {
    expect([storyCount(1), storyCount(2), storyCount(12_345)]).toEqual(["One story", "2 stories", "12,345 stories"]);
  });

  it("name the query, where there is one", () => {
    expect(foundWords(sampleAnswer({ total: 48 }))).toBe("48 stories for “talks”");
    expect(foundWords(sampleAnswer({ total: 0 }))).toBe("No story found for “talks”");
    expect(foundWords(sampleAnswer({ total: 48, request: NO_REQUEST }))).toBe("48 stories");
    expect(foundWords(sampleAnswer({ total: 0, request: NO_REQUEST }))).toBe("No story found");
  });

  it.each([
    [[2026], [], "Searched 2026."],
    [[2026, 2025], [2024], "Searched 2026 and 2025. 2024 is still to come."],
    [[2026, 2025, 2024], [2023, 2022], "Searched 2026 to 2024. 2023 and 2022 are still to come."],
    [[2026, 2023], [2025, 2024], "Searched 2026 and 2023. 2025 and 2024 are still to come."],
    [[2026, 2025, 2024, 2022, 2020], [2023, 2021], "Searched 2026 to 2024, 2022 and 2020. 2023 and 2021 are still to come."],
    [[], [2026, 2025, 2024], "2026 to 2024 are still to come."],
    [[2026, 2019, 2018], [], "Searched 2026 to 2018."],
    [[], [], ""],
  ])("say what was searched: %j, and %j is to come", (searched, pending, words) => {
    expect(searchedWords(sampleAnswer({ searched, pending }))).toBe(words);
  });

  it("say which years could not be loaded", () => {
    expect(missingWords(sampleAnswer({ missing: [2022] }))).toBe("2022 could not be loaded.");
    expect(missingWords(sampleAnswer({ missing: [2023, 2022] }))).toBe("2023 and 2022 could not be loaded.");
    expect(missingWords(sampleAnswer())).toBe("");
  });
});

describe("an announcement", () => {
  it("says how many stories were found, in one sentence", () => {
    expect(announcementOf(sampleAnswer({ total: 48 }))).toBe("48 stories for “talks”.");
  });

  it("says that stories hold only some of the words", () => {
    const some = sampleAnswer({ holds: "some", total: 12 });
    expect(announcementOf(some)).toBe("No story holds all of these words. 12 stories hold some of them.");
    expect(announcementOf({ ...some, total: 1 })).toBe("No story holds all of these words. One story holds some of them.");
    expect(announcementOf({ ...some, total: 0 })).toBe("No story found for “talks”.");
  });

  it("says what is missing, and what may have been meant", () => {
    expect(announcementOf(sampleAnswer({ total: 0, missing: [2022], suggestion: "walks" }))).toBe(
      "No story found for “talks”. 2022 could not be loaded. Did you mean “walks”?",
    );
  });
});
