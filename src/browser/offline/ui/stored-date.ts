import { deviceDate, deviceTime } from "../../../../_includes/components/offline/device-date.ts";

/** An element with the date when something was kept, for people and machines. */
export function keptTime(date: Date): HTMLTimeElement {
  return timeElement(date.toISOString(), deviceDate(date, document.documentElement.lang));
}

/** The hour alone, where the day has been told. */
export function keptHour(date: Date): HTMLTimeElement {
  return timeElement(date.toISOString(), deviceTime(date, document.documentElement.lang));
}

/** @param dateTime as machines read it */
export function timeElement(dateTime: string, words: string): HTMLTimeElement {
  const time = document.createElement("time");
  time.dateTime = dateTime;
  time.textContent = words;
  return time;
}
