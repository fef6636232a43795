import { DateTime } from "luxon";
import type { Month } from "./urls.ts";

/** A publication's IANA time zone and BCP 47 language tag. */
export interface Calendar {
  readonly timeZone: string;
  readonly language: string;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Whether `text` is a valid ISO 8601 instant with an offset. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && DateTime.fromISO(text).isValid;
}

/** Parses an ISO 8601 instant into the publication's time zone and language. The text must satisfy `isInstant`. */
export function instant(text: string, calendar: Calendar): DateTime {
  return DateTime.fromISO(text, { zone: calendar.timeZone, locale: calendar.language });
}

/** ISO 8601 to the second with the offset of the publication's time zone, as for `<time datetime>`. */
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
 * The short name of the time zone at that instant. CLDR has the names of American zones for American English only, so other
 * kinds of English fall back to it where their own name is a bare offset.
 */
function zoneName(date: DateTime): string {
  const language = date.locale ?? "en-US";
  const own = zoneNameIn(language, date);
  const isOffset = /[+-]\d/.test(own);
  return isOffset && language.startsWith("en") ? zoneNameIn("en-US", date) : own;
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

/** Like luxon's `offsetNameShort`, but with a cached format: creating one for every date costs more than the rest of a page. */
function zoneNameIn(language: string, date: DateTime): string {
  const timeZone = date.zoneName ?? "UTC";
  const key = `${language} ${timeZone}`;
  const format = zoneFormats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone, timeZoneName: "short" });
  zoneFormats.set(key, format);
  return format.formatToParts(date.toMillis()).find(({ type }) => type === "timeZoneName")?.value ?? date.toFormat("ZZ");
}

/** Groups items that are sorted by date into calendar days of the publication's time zone. */
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

/** Whether two dates in the same zone are on the same day. Faster than luxon's `hasSame`. */
function isSameDay(a: DateTime, b: DateTime): boolean {
  return a.day === b.day && a.month === b.month && a.year === b.year;
}
