import { describe, expect, it } from "vitest";
import { timeAgo } from "../../src/browser/relative-times.ts";

const published = new Date("2026-03-08T01:30:00-05:00");
const later = (milliseconds: number): Date => new Date(published.getTime() + milliseconds);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe("the relative time of a story", () => {
  it("counts minutes within the first hour, at least one", () => {
    expect(timeAgo(published, later(1000), "en-GB")).toBe("1 minute ago");
    expect(timeAgo(published, later(59 * MINUTE), "en-GB")).toBe("59 minutes ago");
  });

  it("counts whole hours up to a day, also where clocks are put forward in between", () => {
    expect(timeAgo(published, later(2 * HOUR), "en-GB")).toBe("2 hours ago");
    expect(timeAgo(published, later(24 * HOUR - 1), "en-GB")).toBe("23 hours ago");
  });

  it("is undefined for a day or more, and for the future of a slow clock", () => {
    expect(timeAgo(published, later(24 * HOUR), "en-GB")).toBeUndefined();
    expect(timeAgo(published, later(-1), "en-GB")).toBeUndefined();
  });

  it("is in the language of the page", () => {
    expect(timeAgo(published, later(2 * HOUR), "de")).toBe("vor 2 Stunden");
  });
});
