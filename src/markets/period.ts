/** How often figures are published, which decides what their dates look like. */
export const FREQUENCIES = ["daily", "weekly", "monthly", "quarterly", "annual"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

interface PeriodFormat {
  readonly pattern: RegExp;
  readonly example: string;
  /** Length of a period in months; 0 where it is counted in days. */
  readonly months: number;
  readonly days: number;
}

const DAY: Omit<PeriodFormat, "days"> = { pattern: /^(\d{4})-(\d{2})-(\d{2})$/, example: "2026-06-30", months: 0 };

const FORMATS: Readonly<Record<Frequency, PeriodFormat>> = {
  daily: { ...DAY, days: 1 },
  weekly: { ...DAY, days: 7 },
  monthly: { pattern: /^(\d{4})-(\d{2})$/, example: "2026-06", months: 1, days: 0 },
  quarterly: { pattern: /^(\d{4})-Q([1-4])$/, example: "2026-Q2", months: 3, days: 0 },
  annual: { pattern: /^(\d{4})$/, example: "2026", months: 12, days: 0 },
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** An example date of a frequency: `2026-06`, `2026-06-30`, `2026-Q2` or `2026`. */
export function dateExample(frequency: Frequency): string {
  return FORMATS[frequency].example;
}

/** Whether a date has the format of a frequency and exists in the calendar. Dates of one frequency sort as strings. */
export function isPeriod(date: string, frequency: Frequency): boolean {
  const { pattern, months } = FORMATS[frequency];
  if (!pattern.test(date)) return false;
  if (months > 1) return true;
  const month = Number(date.slice(5, 7));
  if (month < 1 || month > 12) return false;
  const day = months === 1 ? 1 : Number(date.slice(8));
  return day >= 1 && (day <= 28 || day <= daysIn(Number(date.slice(0, 4)), month));
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The start of a period in UTC, epoch ms. */
export function periodStart(date: string, frequency: Frequency): number {
  const year = Number(date.slice(0, 4));
  if (frequency === "daily" || frequency === "weekly") return Date.UTC(year, Number(date.slice(5, 7)) - 1, Number(date.slice(8)));
  if (frequency === "monthly") return Date.UTC(year, Number(date.slice(5)) - 1);
  return frequency === "quarterly" ? Date.UTC(year, (Number(date.slice(6)) - 1) * 3) : Date.UTC(year, 0);
}

/** The end of a period in UTC (exclusive), epoch ms. */
export function periodEnd(date: string, frequency: Frequency): number {
  return afterPeriods(periodStart(date, frequency), frequency, 1);
}

/** An instant plus a number of periods, epoch ms in UTC. */
export function afterPeriods(instantMs: number, frequency: Frequency, count: number): number {
  const { months, days } = FORMATS[frequency];
  if (days > 0) return instantMs + count * days * DAY_MS;
  const date = new Date(instantMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count * months, date.getUTCDate());
}

/** The period a number of months earlier; for days and weeks the same day of that month, or its last day. */
export function monthsBefore(date: string, frequency: Frequency, months: number): string {
  const start = new Date(periodStart(date, frequency));
  const target = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() - months));
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  return periodAt(target.getTime() + (Math.min(start.getUTCDate(), lastDay) - 1) * DAY_MS, frequency);
}

/** The period after another. */
export function nextPeriod(date: string, frequency: Frequency): string {
  return periodAt(periodEnd(date, frequency), frequency);
}

/** The period that contains an instant (epoch ms, UTC); of a weekly series, the one that starts on that day. */
export function periodAt(instantMs: number, frequency: Frequency): string {
  const day = new Date(instantMs).toISOString().slice(0, 10);
  if (frequency === "daily" || frequency === "weekly") return day;
  if (frequency === "monthly") return day.slice(0, 7);
  return frequency === "quarterly" ? `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}` : day.slice(0, 4);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** `June 2026`, `30 June 2026`, `second quarter of 2026`, `2026`. */
export function periodName(date: string, frequency: Frequency, language: string): string {
  return formatPeriod(date, frequency, language, "long");
}

/** `Jun 2026`, `30 Jun 2026`, `Q2 2026`, `2026`. */
export function shortPeriodName(date: string, frequency: Frequency, language: string): string {
  return formatPeriod(date, frequency, language, "short");
}

const QUARTERS = ["first", "second", "third", "fourth"];

function formatPeriod(date: string, frequency: Frequency, language: string, month: "long" | "short"): string {
  if (frequency === "annual") return date;
  if (frequency === "quarterly") {
    const quarter = Number(date.slice(6));
    return month === "short" ? `Q${quarter} ${date.slice(0, 4)}` : `${QUARTERS[quarter - 1]} quarter of ${date.slice(0, 4)}`;
  }
  const key = `${language} ${month} ${frequency === "monthly"}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language, {
      year: "numeric",
      month,
      ...(frequency !== "monthly" && { day: "numeric" }),
      timeZone: "UTC",
    });
  formats.set(key, format);
  return format.format(periodStart(date, frequency));
}
