import { dateExample, FREQUENCIES } from "../../../src/markets/period.ts";
import { DATA_PACKAGE, type Href } from "../../../src/model/urls.ts";

interface DataFormatsProps {
  readonly href: Href;
  /** Whether there is any series, and so a data package. */
  readonly hasSeries: boolean;
}

/** The formats of the files. */
export function DataFormats({ href, hasSeries }: DataFormatsProps) {
  return (
    <>
      <h2>File format</h2>
      <p>
        Each file holds all our figures of a series, oldest first, with a decimal point and no thousands separators. A figure that
        was not published is a gap; we never fill one in. The date is the period of the figure:{" "}
        {FREQUENCIES.map((frequency, at) => (
          <>
            {at > 0 && ", "}
            {frequency} <code>{dateExample(frequency)}</code>
          </>
        ))}
        .
      </p>
      <ul>
        <li>
          <b>CSV</b> (RFC 4180, UTF-8) has the columns <code>date</code> and <code>value</code>; the value of a gap is empty. If
          figures have been revised, a column <code>vintage</code> is added, and each value of a date has a line of its own:{" "}
          <code>vintage</code> is the day it was published, empty for the first. The last line of a date is the current value.
        </li>
        <li>
          <b>JSON</b> has <code>observations</code>, each with a <code>date</code> and a <code>value</code> (<code>null</code> for
          a gap); a revised figure lists its <code>vintages</code>. The file also has the name, unit, frequency, source, licence
          and method of the series, the number of <code>decimals</code> on our pages, and the date of the latest figure,{" "}
          <code>asOf</code>.
        </li>
        <li>
          {hasSeries ? <a href={href(DATA_PACKAGE)}>datapackage.json</a> : "datapackage.json"} describes all CSV files for
          programs, with their columns, sources and licences, as a{" "}
          <a href="https://specs.frictionlessdata.io/tabular-data-package/">Tabular Data Package</a>.
          {!hasSeries && " It appears with the first series."}
        </li>
      </ul>
    </>
  );
}
