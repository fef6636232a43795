import { describe, expect, it } from "vitest";
import {
  announcementOf,
  failureAnnouncement,
  foundText,
  missingText,
  storyCount,
  yearsText,
} from "../../_includes/components/search/answer-text.ts";
import type { OfflineMode } from "../../src/formats/search/search-answer.ts";
import { NO_REQUEST } from "../../src/formats/search/search-request.ts";
import { sampleAnswer } from "./sample-answer.ts";

describe("the text for an answer", () => {
  it("counts stories", () => {
    expect([storyCount(1), storyCount(2), storyCount(12_345)]).toEqual(["1 story", "2 stories", "12,345 stories"]);
  });

  it("names the query, if any", () => {
    expect(foundText(sampleAnswer({ total: 48 }))).toBe("48 stories for “talks”");
    expect(foundText(sampleAnswer({ total: 0 }))).toBe("No results for “talks”");
    expect(foundText(sampleAnswer({ total: 48, request: NO_REQUEST }))).toBe("48 stories");
    expect(foundText(sampleAnswer({ total: 0, request: NO_REQUEST }))).toBe("No results");
  });

  it.each([
    [[2026], [], "Searched 2026."],
    [[2026, 2025], [2024], "Searched 2026 and 2025. Still searching 2024."],
    [[2026, 2025, 2024], [2023, 2022], "Searched 2026 to 2024. Still searching 2023 and 2022."],
    [[2026, 2023], [2025, 2024], "Searched 2026 and 2023. Still searching 2025 and 2024."],
    [[2026, 2025, 2024, 2022, 2020], [2023, 2021], "Searched 2026 to 2024, 2022 and 2020. Still searching 2023 and 2021."],
    [[], [2026, 2025, 2024], "Still searching 2026 to 2024."],
    [[2026, 2019, 2018], [], "Searched 2026 to 2018."],
    [[], [], ""],
  ])("lists the years searched, %j, and pending, %j", (searched, pending, text) => {
    expect(yearsText(sampleAnswer({ searched, pending }))).toEqual({ searched: text, missing: "" });
  });

  it("lists the years that could not be loaded", () => {
    expect(missingText(sampleAnswer({ missing: [2022] }))).toBe("2022 could not be loaded.");
    expect(missingText(sampleAnswer({ missing: [2023, 2022] }))).toBe("2023 and 2022 could not be loaded.");
    expect(missingText(sampleAnswer())).toBe("");
  });
});

describe("the text for an offline answer", () => {
  const yearsOf = (searched: readonly number[], pending: readonly number[], missing: readonly number[], offline: OfflineMode) => {
    const years = yearsText(sampleAnswer({ searched, pending, missing, offline }));
    return [years.searched, years.missing].filter(Boolean).join(" ");
  };

  it.each([
    [[2026, 2025, 2024, 2023], [], "Searched 2026 to 2023, saved on this device."],
    [[2026, 2025], [2024, 2023], "Searched 2026 and 2025, saved on this device; older years need a connection."],
    [[2026, 2025, 2024], [2023], "Searched 2026 to 2024, saved on this device; 2023 needs a connection."],
    [[2026, 2024], [2025, 2023], "Searched 2026 and 2024, saved on this device; 2025 and 2023 need a connection."],
    [[2023], [2026, 2025, 2024], "Searched 2023, saved on this device; 2026 to 2024 need a connection."],
    [[], [2026, 2025], "2026 and 2025 need a connection."],
    [[], [], ""],
  ])("lists the years searched, %j, and those that need a connection, %j", (searched, missing, text) => {
    expect(yearsOf(searched, [], missing, "stored")).toBe(text);
  });

  it("does not summarise older years while years are pending", () => {
    expect(yearsOf([2026], [2025, 2024], [], "stored")).toBe(
      "Searched 2026, saved on this device. Still searching 2025 and 2024.",
    );
    expect(yearsOf([2026], [2025], [2024, 2023], "stored")).toBe(
      "Searched 2026, saved on this device. Still searching 2025. 2024 and 2023 need a connection.",
    );
  });

  it("says that years that fail while offline need a connection, where no edition is stored", () => {
    expect(yearsOf([2026, 2025], [], [2024, 2023], "loaded")).toBe("Searched 2026 and 2025. Older years need a connection.");
    expect(yearsOf([2026, 2025], [], [2024], "loaded")).toBe("Searched 2026 and 2025. 2024 needs a connection.");
    expect(yearsOf([2026, 2025], [], [], "loaded")).toBe("Searched 2026 and 2025.");
  });

  it("does not say that nothing was found where no year could be searched", () => {
    const nothing = sampleAnswer({ stories: [], searched: [], missing: [2024] });
    expect(foundText({ ...nothing, offline: "stored" })).toBe("Those years are not saved on this device");
    expect(foundText({ ...nothing, searched: [2023], offline: "stored" })).toBe("No results for “talks”");
    expect(foundText(nothing)).toBe("No results for “talks”");
  });

  it("lists missing years as a sentence of their own", () => {
    expect(missingText(sampleAnswer({ searched: [2026], missing: [2025, 2024], offline: "stored" }))).toBe(
      "Older years need a connection.",
    );
  });
});

describe("the text for an answer to a corrected query", () => {
  const correction = { query: "walks", isApplied: true };

  it("names the query that was searched for", () => {
    expect(foundText(sampleAnswer({ total: 48, correction }))).toBe("48 stories for “walks”");
    expect(foundText(sampleAnswer({ total: 0, correction }))).toBe("No results for “walks”");
    expect(foundText(sampleAnswer({ total: 0, correction: { ...correction, isApplied: false } }))).toBe("No results for “talks”");
  });

  it("is announced with both queries", () => {
    expect(announcementOf(sampleAnswer({ total: 48, correction }))).toBe(
      "Showing results for “walks” instead of “talks”. 48 stories for “walks”.",
    );
  });
});

describe("an announcement", () => {
  it("names the years searched, where the stored edition is", () => {
    const stored = sampleAnswer({ total: 3, searched: [2026, 2025], missing: [2024, 2023], offline: "stored" });
    expect(announcementOf(stored)).toBe(
      "3 stories for “talks”. Searched 2026 and 2025, saved on this device; older years need a connection.",
    );
    expect(announcementOf({ ...stored, offline: "loaded" })).toBe("3 stories for “talks”. Older years need a connection.");
  });

  it("of a failure says what to do", () => {
    expect(failureAnnouncement(undefined)).toBe("Search could not be loaded. Check the connection and try again.");
    expect(failureAnnouncement("stored")).toBe(
      "Search is not saved on this device. It needs a connection. Download the edition to search it anywhere.",
    );
  });

  it("counts the stories found", () => {
    expect(announcementOf(sampleAnswer({ total: 48 }))).toBe("48 stories for “talks”.");
  });

  it("says if stories match some of the words only", () => {
    const some = sampleAnswer({ matching: "some", total: 12 });
    expect(announcementOf(some)).toBe("No stories match all of your words. 12 stories match some of them.");
    expect(announcementOf({ ...some, total: 1 })).toBe("No stories match all of your words. 1 story matches some of them.");
    expect(announcementOf({ ...some, total: 0 })).toBe("No results for “talks”.");
  });

  it("lists missing years and the spelling correction", () => {
    expect(announcementOf(sampleAnswer({ total: 0, missing: [2022], correction: { query: "walks", isApplied: false } }))).toBe(
      "No results for “talks”. 2022 could not be loaded. Did you mean “walks”?",
    );
  });
});
