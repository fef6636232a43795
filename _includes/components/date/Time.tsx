import type { DateTime } from "luxon";
import { fullDate, fullDateTime, machineDate, shortDate, timeOfDay } from "../../../src/model/dates.ts";

const FORMATS = { full: fullDate, short: shortDate, dateTime: fullDateTime, time: timeOfDay } as const;

interface TimeProps {
  readonly date: DateTime;
  readonly as: keyof typeof FORMATS;
  /** Whether a script may replace the date with a relative one, such as “2 hours ago”, for a day. */
  readonly relative?: boolean;
}

/** A date as a `time` element. */
export function Time({ date, as, relative = false }: TimeProps) {
  return (
    <time datetime={machineDate(date)} data-relative={relative || undefined}>
      {FORMATS[as](date)}
    </time>
  );
}
