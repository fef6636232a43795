import { HtmlValidate } from "html-validate";
import { expect, inject, it } from "vitest";
import { readPages } from "./site-pages.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // A headline may have 120 characters, and the title of its page is the headline and the publication's name.
    "long-title": "off",
  },
});

it("html-validate has nothing to say about any page", async () => {
  const pages = readPages(inject("siteFolder"));
  expect(pages.length).toBeGreaterThan(200);
  const messages: string[] = [];
  for (const { path, html } of pages) {
    const { results } = await validator.validateString(html, path);
    for (const { ruleId, message, line, column } of results.flatMap((result) => result.messages)) {
      messages.push(`${path}:${line}:${column}  ${ruleId}  ${message}`);
    }
  }
  expect(messages).toEqual([]);
});
