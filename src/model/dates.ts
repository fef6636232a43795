import { DateTime } from "luxon";
import type { Month } from "./urls.ts";

/** How a publication tells the time: its zone in the IANA database, and its language as a tag of BCP 47. */
export interface Calendar {
  readonly timeZone: string;
  readonly language: string;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Whether `text` is an instant of ISO 8601 that names its offset and exists in the calendar. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && DateTime.fromISO(text).isValid;
}

/** Reads an instant of ISO 8601 into the publication's zone and language. The text must satisfy `isInstant`. */
export function instant(text: string, calendar: Calendar): DateTime {
  return DateTime.fromISO(text, { zone: calendar.timeZone, locale: calendar.language });
}

/** The value of `<time datetime>`: the exact instant, with the offset that held in the publication's zone. */
export function machineDate(date: DateTime): string {
  return date.toISO({ suppressMilliseconds: true }) ?? "";
}

/** `7 January 2026` */
export function fullDate(date: DateTime): string {
  return date.toLocaleString(DateTime.DATE_FULL);
}

/** `7 Jan 2026` */
export function shortDate(date: DateTime): string {
  return date.toLocaleString(DateTime.DATE_MED);
}

/** `Wednesday, 7 January 2026` */
export function dayName(date: DateTime): string {
  return date.toLocaleString({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

/** `January 2026`, in the language of `calendar`. */
export function monthName({ year, month }: Month, calendar: Calendar): string {
  return DateTime.fromObject({ year, month }, { zone: calendar.timeZone, locale: calendar.language }).toLocaleString({
    month: "long",
    year: "numeric",
  });
}

/** `09:30 EST` */
export function timeOfDay(date: DateTime): string {
  return `${date.toLocaleString(DateTime.TIME_24_SIMPLE)} ${zoneName(date)}`;
}

/** `7 January 2026, 09:30 EST` */
export function fullDateTime(date: DateTime): string {
  return `${fullDate(date)}, ${timeOfDay(date)}`;
}

/**
 * The short name of the zone at that instant. CLDR holds the names of American zones for American English only,
 * so every English asks there where its own answer is a bare offset.
 */
function zoneName(date: DateTime): string {
  const language = date.locale ?? "en-US";
  const own = zoneNameIn(language, date);
  const isOffset = /[+-]\d/.test(own);
  return isOffset && language.startsWith("en") ? zoneNameIn("en-US", date) : own;
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

/** What luxon's `offsetNameShort` says; that makes a format anew for every date, which costs more than the rest of a page. */
function zoneNameIn(language: string, date: DateTime): string {
  const timeZone = date.zoneName ?? "UTC";
  const key = `${language} ${timeZone}`;
  const format = zoneFormats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone, timeZoneName: "short" });
  zoneFormats.set(key, format);
  return format.formatToParts(date.toMillis()).find(({ type }) => type === "timeZoneName")?.value ?? date.toFormat("ZZ");
}

/** Groups what is already in order of date by calendar day of the publication's zone. */
export function groupByDay<T extends { readonly published: DateTime }>(
  items: readonly T[],
): readonly { readonly day: DateTime; readonly items: readonly T[] }[] {
  const days: { day: DateTime; items: T[] }[] = [];
  for (const item of items) {
    const last = days.at(-1);
    if (last && isSameDay(last.day, item.published)) last.items.push(item);
    else days.push({ day: item.published.startOf("day"), items: [item] });
  }
  return days;
}

/** Whether two dates of one zone fall on one day. luxon's `hasSame` would calculate the beginning and the end of that day. */
function isSameDay(a: DateTime, b: DateTime): boolean {
  return a.day === b.day && a.month === b.month && a.year === b.year;
}
