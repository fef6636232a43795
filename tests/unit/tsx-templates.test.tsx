import { expect, it } from "vitest";
import { htmlDocument } from "../../src/node/pipeline/eleventy/tsx-templates.ts";

it("renders a document with HTML void elements, which are not closed", () => {
  const page = (
    <p>
      <img src="a.png" alt='Slashes / > and "quotes" />' hidden />
      <br />
    </p>
  );
  expect(htmlDocument(page)).toBe(
    '<!DOCTYPE html>\n<p><img src="a.png" alt="Slashes / > and &quot;quotes&quot; />" hidden><br></p>\n',
  );
});

it("leaves similar text and SVG alone", () => {
  const page = (
    <p>
      {"<br/>"}
      <svg aria-hidden="true">
        <path d="M0 0" />
      </svg>
    </p>
  );
  expect(htmlDocument(page)).toContain("&lt;br/>");
  expect(htmlDocument(page)).toMatch(/<path d="M0 0">?.*<\/svg>/);
});
