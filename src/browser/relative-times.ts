const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long ago `date` was, in the words of `language`: only for what is less than a day past. */
export function timeAgo(date: Date, now: Date, language: string): string | undefined {
  const ageMs = now.getTime() - date.getTime();
  if (ageMs < 0 || ageMs >= DAY_MS) return undefined;
  const format = new Intl.RelativeTimeFormat(language, { numeric: "always" });
  return ageMs < HOUR_MS
    ? format.format(-Math.max(1, Math.floor(ageMs / MINUTE_MS)), "minute")
    : format.format(-Math.floor(ageMs / HOUR_MS), "hour");
}

/**
 * Keeps the dates of today's stories relative while the reader is online; offline a page may be old, so dates return.
 *
 * @returns brings them back for good, where the page turns out to be old whatever the connection
 */
export function keepTimesRelative(): () => void {
  const written = new Map(
    [...document.querySelectorAll<HTMLTimeElement>("time[data-relative]")].map((time) => [time, time.textContent]),
  );
  let isOld = false;
  const update = (): void => {
    const isFresh = navigator.onLine && !isOld;
    for (const [time, absolute] of written) {
      const ago = isFresh ? timeAgo(new Date(time.dateTime), new Date(), document.documentElement.lang) : undefined;
      time.textContent = ago ?? absolute;
      if (ago) time.title = absolute ?? "";
      else time.removeAttribute("title");
    }
  };
  update();
  setInterval(update, MINUTE_MS);
  for (const change of ["online", "offline"]) addEventListener(change, update);
  return () => {
    isOld = true;
    update();
  };
}
