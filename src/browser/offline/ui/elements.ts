import { deviceDate, deviceTime } from "../../../../_includes/components/offline/device-date.ts";
import { pageLanguage } from "../../page-language.ts";

/** @param address absolute, or relative to the page */
export function linkTo(address: string, text: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = text;
  return link;
}

/** @param dateTime in machine-readable form */
export function timeElement(dateTime: string, text: string): HTMLTimeElement {
  const time = document.createElement("time");
  time.dateTime = dateTime;
  time.textContent = text;
  return time;
}

/** A date and time, in the reader's time zone. */
export function deviceDateElement(date: Date): HTMLTimeElement {
  return timeElement(date.toISOString(), deviceDate(date, pageLanguage));
}

/** The time alone. */
export function deviceTimeElement(date: Date): HTMLTimeElement {
  return timeElement(date.toISOString(), deviceTime(date, pageLanguage));
}
