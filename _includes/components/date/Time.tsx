import type { DateTime } from "luxon";
import { fullDate, fullDateTime, machineDate, shortDate, timeOfDay } from "../../../src/model/dates.ts";

const FORMATS = { full: fullDate, short: shortDate, dateTime: fullDateTime, time: timeOfDay } as const;

interface TimeProps {
  readonly date: DateTime;
  readonly as: keyof typeof FORMATS;
  /** Whether a script may say how long ago it was, while that is less than a day. */
  readonly relative?: boolean;
}

/** A date that people and machines can read. */
export function Time({ date, as, relative = false }: TimeProps) {
  return (
    <time datetime={machineDate(date)} data-relative={relative || undefined}>
      {FORMATS[as](date)}
    </time>
  );
}
