/** A date and time in the reader's time zone: `19 November 2026 at 08:00 EST`. */
export function deviceDate(date: Date, language: string): string {
  return `${deviceDay(date, language)} at ${deviceTime(date, language)}`;
}

/** `19 November 2026` */
export function deviceDay(date: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(date);
}

/** `08:00 EST` */
export function deviceTime(date: Date, language: string): string {
  const time = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(date);
  return `${time} ${zoneName(date, language)}`;
}

/** CLDR has names like EST in American English only: other kinds of English fall back to it where theirs is an offset. */
function zoneName(date: Date, language: string): string {
  const own = zoneNameIn(language, date);
  return /[+-]\d/.test(own) && language.startsWith("en") ? zoneNameIn("en-US", date) : own;
}

function zoneNameIn(language: string, date: Date): string {
  const parts = new Intl.DateTimeFormat(language, { timeZoneName: "short" }).formatToParts(date);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}
