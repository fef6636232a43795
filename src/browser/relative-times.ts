const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Formats how long ago a date was, such as `2 hours ago`; undefined unless it is less than a day past. */
export function timeAgo(date: Date, now: Date, language: string): string | undefined {
  const ageMs = now.getTime() - date.getTime();
  if (ageMs < 0 || ageMs >= DAY_MS) return undefined;
  const format = new Intl.RelativeTimeFormat(language, { numeric: "always" });
  return ageMs < HOUR_MS
    ? format.format(-Math.max(1, Math.floor(ageMs / MINUTE_MS)), "minute")
    : format.format(-Math.floor(ageMs / HOUR_MS), "hour");
}

/**
 * Shows the dates of today's stories as relative times and updates them every minute. Absolute dates return while the
 * browser is offline, since the page may be old.
 *
 * @returns brings the absolute dates back for good, for a page that is known to be old
 */
export function startRelativeTimes(language: string): () => void {
  const times = [...document.querySelectorAll<HTMLTimeElement>("time[data-relative]")].map((time) => ({
    time,
    absolute: time.textContent ?? "",
    shown: time.textContent,
  }));
  let isOld = false;
  const update = (): void => {
    const isFresh = navigator.onLine && !isOld;
    for (const each of times) {
      const { time, absolute, shown } = each;
      const ago = isFresh ? timeAgo(new Date(time.dateTime), new Date(), language) : undefined;
      each.shown = ago ?? absolute;
      // The same text is not written again, since the browser may have translated it.
      if (each.shown !== shown) time.textContent = each.shown;
      if (ago) time.title = absolute;
      else time.removeAttribute("title");
    }
  };
  update();
  setInterval(update, MINUTE_MS);
  for (const type of ["online", "offline"]) addEventListener(type, update);
  return () => {
    isOld = true;
    update();
  };
}
