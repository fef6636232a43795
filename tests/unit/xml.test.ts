import { expect, it } from "vitest";
import { plainCharacters, xml } from "../../src/syndication/xml.ts";

it("strings are escaped once, and XML fragments are not", () => {
  const inner = xml`<b>${"<&>"}</b>`;
  expect(xml`<a x="${"\"&'"}">${inner}${[inner, inner]}</a>`.text).toBe(
    '<a x="&quot;&amp;&#39;"><b>&lt;&amp;&gt;</b><b>&lt;&amp;&gt;</b><b>&lt;&amp;&gt;</b></a>',
  );
});

it("a backslash is left as it is", () => {
  expect(xml`<a>${"\\n $& $1"}</a>`.text).toBe("<a>\\n $&amp; $1</a>");
});

it.each([
  ["markup as it is", "<a> & ]]>", "<a> & ]]>"],
  ["tabs and line ends", "a\tb\nc\r\n", "a\tb\nc\r\n"],
  ["no control characters", "a\u0000\u0001\u0008\u000B\u001F\u007F\u0085b", "ab"],
  ["no noncharacters", "a\uFFFE\uFFFF\uFDD0\u{1FFFE}b", "ab"],
  ["no first half of a character", "a\uD83Db", "ab"],
  ["no second half of a character", "a\uDE00b", "ab"],
  ["no halves in the wrong order", "a\uDE00\uD83Db", "ab"],
  ["characters beyond the basic plane", "a 😀👩‍💻 b", "a 😀👩‍💻 b"],
  ["words from right to left", "‏שלום “العربية” world", "‏שלום “العربية” world"],
])("plainCharacters keeps %s", (_, text, expected) => {
  expect(plainCharacters(text)).toBe(expected);
});
