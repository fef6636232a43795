import { describe, expect, it } from "vitest";
import {
  announcementOf,
  failureAnnouncement,
  foundWords,
  missingWords,
  storyCount,
  yearsTold,
} from "../../_includes/components/search/answer-words.ts";
import type { Offline } from "../../src/formats/search/search-answer.ts";
import { NO_REQUEST } from "../../src/formats/search/search-request.ts";
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
    expect(yearsTold(sampleAnswer({ searched, pending }))).toEqual({ searched: words, missing: "" });
  });

  it("say which years could not be loaded", () => {
    expect(missingWords(sampleAnswer({ missing: [2022] }))).toBe("2022 could not be loaded.");
    expect(missingWords(sampleAnswer({ missing: [2023, 2022] }))).toBe("2023 and 2022 could not be loaded.");
    expect(missingWords(sampleAnswer())).toBe("");
  });
});

describe("the words for an answer over what the device keeps", () => {
  const told = (searched: readonly number[], pending: readonly number[], missing: readonly number[], offline: Offline) => {
    const years = yearsTold(sampleAnswer({ searched, pending, missing, offline }));
    return [years.searched, years.missing].filter(Boolean).join(" ");
  };

  it.each([
    [[2026, 2025, 2024, 2023], [], "Searched 2026 to 2023, kept on this device."],
    [[2026, 2025], [2024, 2023], "Searched 2026 and 2025, kept on this device; older years need a connection."],
    [[2026, 2025, 2024], [2023], "Searched 2026 to 2024, kept on this device; 2023 needs a connection."],
    [[2026, 2024], [2025, 2023], "Searched 2026 and 2024, kept on this device; 2025 and 2023 need a connection."],
    [[2023], [2026, 2025, 2024], "Searched 2023, kept on this device; 2026 to 2024 need a connection."],
    [[], [2026, 2025], "2026 and 2025 need a connection."],
    [[], [], ""],
  ])("say what was searched, and what needs a connection: %j without %j", (searched, missing, words) => {
    expect(told(searched, [], missing, "kept")).toBe(words);
  });

  it("promise nothing of older years while years are still to come", () => {
    expect(told([2026], [2025, 2024], [], "kept")).toBe("Searched 2026, kept on this device. 2025 and 2024 are still to come.");
    expect(told([2026], [2025], [2024, 2023], "kept")).toBe(
      "Searched 2026, kept on this device. 2025 is still to come. 2024 and 2023 need a connection.",
    );
  });

  it("say of years that fail when the line is lost that they need one, and of the others only that they were searched", () => {
    expect(told([2026, 2025], [], [2024, 2023], "loaded")).toBe("Searched 2026 and 2025. Older years need a connection.");
    expect(told([2026, 2025], [], [2024], "loaded")).toBe("Searched 2026 and 2025. 2024 needs a connection.");
    expect(told([2026, 2025], [], [], "loaded")).toBe("Searched 2026 and 2025.");
  });

  it("do not say that nothing was found where no year could be searched", () => {
    const nothing = sampleAnswer({ stories: [], searched: [], missing: [2024] });
    expect(foundWords({ ...nothing, offline: "kept" })).toBe("The years asked for are not kept on this device");
    expect(foundWords({ ...nothing, searched: [2023], offline: "kept" })).toBe("No story found for “talks”");
    expect(foundWords(nothing)).toBe("No story found for “talks”");
  });

  it("stand by themselves where nothing is said of what was searched", () => {
    expect(missingWords(sampleAnswer({ searched: [2026], missing: [2025, 2024], offline: "kept" }))).toBe(
      "Older years need a connection.",
    );
  });
});

describe("an announcement", () => {
  it("says over what of the archive it is, where that is what the device keeps", () => {
    const kept = sampleAnswer({ total: 3, searched: [2026, 2025], missing: [2024, 2023], offline: "kept" });
    expect(announcementOf(kept)).toBe(
      "3 stories for “talks”. Searched 2026 and 2025, kept on this device; older years need a connection.",
    );
    expect(announcementOf({ ...kept, offline: "loaded" })).toBe("3 stories for “talks”. Older years need a connection.");
  });

  it("of a failure says what to do about it", () => {
    expect(failureAnnouncement(undefined)).toBe("Search could not be loaded. Check the connection and try again.");
    expect(failureAnnouncement("kept")).toBe(
      "The search is not kept on this device. It needs a connection. Take the edition along to search it anywhere.",
    );
  });

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
