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
      <h2>The form of the files</h2>
      <p>
        The files of a series hold every figure of it that we have, the oldest first, written with a point and with nothing
        between thousands. What was not published stays a gap; nothing is filled in. A date names the period that a figure is of:{" "}
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
          <b>CSV</b> is as RFC 4180 has it, in UTF-8, with the columns <code>date</code> and <code>value</code>, which is empty in
          a gap. Once a figure has been revised, there is a column <code>vintage</code> too, and a line for each value that the
          date has had: <code>vintage</code> is the day on which that was published, empty for the first. The last line holds.
        </li>
        <li>
          <b>JSON</b> has <code>observations</code>, each with <code>date</code> and <code>value</code>, which is{" "}
          <code>null</code> in a gap; a revised figure has all its <code>vintages</code>. Beside them stand name, unit, frequency,
          source, licence, method, how many <code>decimals</code> our pages show, and as <code>asOf</code> the date of the latest
          figure.
        </li>
        <li>
          {hasSeries ? <a href={href(DATA_PACKAGE)}>datapackage.json</a> : "datapackage.json"} lists all CSV files with their
          columns, sources and licences for programs, as a{" "}
          <a href="https://specs.frictionlessdata.io/tabular-data-package/">Tabular Data Package</a>.
          {!hasSeries && " It is there as soon as a series is."}
        </li>
      </ul>
    </>
  );
}
