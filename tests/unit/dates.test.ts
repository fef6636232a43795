import { describe, expect, it } from "vitest";
import {
  dayName,
  fullDate,
  fullDateTime,
  groupByDay,
  instant,
  isInstant,
  machineDate,
  monthName,
  shortDate,
  timeOfDay,
} from "../../src/model/dates.ts";

const NEW_YORK = { timeZone: "America/New_York", language: "en-GB" };
const BERLIN = { timeZone: "Europe/Berlin", language: "de" };
const at = (text: string, calendar = NEW_YORK) => instant(text, calendar);

describe("an instant", () => {
  it.each([
    "2026-01-07T09:30:00-05:00",
    "2026-01-07T09:30-05:00",
    "2026-01-07T14:30:00Z",
    "2026-01-07T09:30:00.250-05:00",
    "2024-02-29T12:00:00+14:00",
  ])("may be written %s", (text) => {
    expect(isInstant(text)).toBe(true);
  });

  it.each([
    ["without an offset", "2026-01-07T09:30:00"],
    ["without a time", "2026-01-07"],
    ["on a day that no calendar has", "2026-02-30T09:30:00-05:00"],
    ["on 29 February of a common year", "2026-02-29T09:30:00-05:00"],
    ["at an hour that no clock has", "2026-01-07T25:00:00-05:00"],
    ["with an offset that is nowhere in use", "2026-01-07T09:30:00-50:00"],
    ["with an offset of too many minutes", "2026-01-07T09:30:00-05:99"],
    ["with a space for the T", "2026-01-07 09:30:00-05:00"],
    ["in words", "7 January 2026"],
  ])("cannot be written %s", (_, text) => {
    expect(isInstant(text)).toBe(false);
  });

  it("is shown in the publication's time zone, whatever its offset", () => {
    expect(machineDate(at("2026-01-07T15:30:00+01:00"))).toBe("2026-01-07T09:30:00-05:00");
    expect(machineDate(at("2026-01-07T14:30:00Z", BERLIN))).toBe("2026-01-07T15:30:00+01:00");
  });

  it("names its zone: standard time in winter, daylight-saving time in summer", () => {
    expect(timeOfDay(at("2026-01-07T09:30:00-05:00"))).toBe("09:30 EST");
    expect(timeOfDay(at("2026-07-07T09:30:00-04:00"))).toBe("09:30 EDT");
  });

  it.each([
    ["2026-03-08T06:59:59Z", "2026-03-08T01:59:59-05:00", "01:59 EST"],
    ["2026-03-08T07:00:00Z", "2026-03-08T03:00:00-04:00", "03:00 EDT"],
    ["2026-11-01T05:59:59Z", "2026-11-01T01:59:59-04:00", "01:59 EDT"],
    ["2026-11-01T06:00:00Z", "2026-11-01T01:00:00-05:00", "01:00 EST"],
  ])("%s, near a clock change, is %s for machines and %s for people", (text, machine, read) => {
    expect(machineDate(at(text))).toBe(machine);
    expect(timeOfDay(at(text))).toBe(read);
  });

  it("distinguishes the two half past ones of the night in which the clocks go back", () => {
    const [first, second] = [at("2026-11-01T01:30:00-04:00"), at("2026-11-01T01:30:00-05:00")];
    expect([first, second].map(timeOfDay)).toEqual(["01:30 EDT", "01:30 EST"]);
    expect([first, second].map(machineDate)).toEqual(["2026-11-01T01:30:00-04:00", "2026-11-01T01:30:00-05:00"]);
    expect(second.toMillis() - first.toMillis()).toBe(60 * 60 * 1000);
  });

  it("shows an hour that the clocks skip as the actual hour", () => {
    expect(timeOfDay(at("2026-03-08T02:30:00-05:00"))).toBe("03:30 EDT");
  });

  it("keeps the last minutes of a year in that year", () => {
    const late = at("2025-12-31T23:40:00-05:00");
    expect(fullDateTime(late)).toBe("31 December 2025, 23:40 EST");
    expect(machineDate(late)).toBe("2025-12-31T23:40:00-05:00");
  });

  it("starts a day at 00, not at 24", () => {
    expect(timeOfDay(at("2026-01-07T00:05:00-05:00"))).toBe("00:05 EST");
  });
});

describe("a formatted date", () => {
  const date = at("2026-01-07T09:30:00-05:00");

  it("is long, short, or with its weekday", () => {
    expect(fullDate(date)).toBe("7 January 2026");
    expect(shortDate(date)).toBe("7 Jan 2026");
    expect(dayName(date)).toMatch(/^Wednesday,? 7 January 2026$/);
    expect(monthName({ year: 2026, month: 1 }, NEW_YORK)).toBe("January 2026");
  });

  it("is in the publication's language and time zone", () => {
    const [winter, summer] = [at("2026-01-07T23:30:00Z", BERLIN), at("2026-06-30T22:30:00Z", BERLIN)];
    expect(fullDateTime(winter)).toBe("8. Januar 2026, 00:30 MEZ");
    expect(fullDateTime(summer)).toBe("1. Juli 2026, 00:30 MESZ");
    expect(dayName(winter)).toBe("Donnerstag, 8. Januar 2026");
    expect(monthName({ year: 2026, month: 3 }, BERLIN)).toBe("März 2026");
  });

  it("has an offset where the zone has no abbreviation", () => {
    expect(timeOfDay(at("2026-01-07T09:30:00Z", { timeZone: "Asia/Kolkata", language: "en-GB" }))).toBe("15:00 GMT+5:30");
  });

  it("has the name of a European zone in British English", () => {
    const london = { timeZone: "Europe/London", language: "en-GB" };
    expect(timeOfDay(at("2026-01-07T09:30:00Z", london))).toBe("09:30 GMT");
    expect(timeOfDay(at("2026-07-07T09:30:00Z", london))).toBe("10:30 BST");
  });
});

describe("grouping by day", () => {
  const grouped = (texts: readonly string[], calendar = NEW_YORK) =>
    groupByDay(texts.map((text) => ({ published: at(text, calendar) }))).map(({ day, items }) => [
      machineDate(day),
      items.length,
    ]);

  it("splits at midnight in the publication's time zone", () => {
    expect(grouped(["2026-01-08T00:00:00-05:00", "2026-01-07T23:59:59-05:00", "2026-01-07T00:00:00-05:00"])).toEqual([
      ["2026-01-08T00:00:00-05:00", 1],
      ["2026-01-07T00:00:00-05:00", 2],
    ]);
  });

  it("groups the same instants differently in another time zone", () => {
    const instants = ["2026-01-08T01:00:00Z", "2026-01-07T22:30:00Z"];
    expect(grouped(instants)).toEqual([["2026-01-07T00:00:00-05:00", 2]]);
    expect(grouped(instants, BERLIN)).toEqual([
      ["2026-01-08T00:00:00+01:00", 1],
      ["2026-01-07T00:00:00+01:00", 1],
    ]);
  });

  it("keeps days of 25 and 23 hours whole", () => {
    expect(grouped(["2026-11-01T23:50:00-05:00", "2026-11-01T01:30:00-05:00", "2026-11-01T00:10:00-04:00"])).toEqual([
      ["2026-11-01T00:00:00-04:00", 3],
    ]);
    expect(grouped(["2026-03-09T00:00:00-04:00", "2026-03-08T23:50:00-04:00", "2026-03-08T00:10:00-05:00"])).toEqual([
      ["2026-03-09T00:00:00-04:00", 1],
      ["2026-03-08T00:00:00-05:00", 2],
    ]);
  });

  it("returns no groups without items", () => {
    expect(groupByDay([])).toEqual([]);
  });
});
