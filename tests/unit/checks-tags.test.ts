import { join } from "node:path";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { decodeEntities } from "../../src/lib/html-entities.ts";
import { readTags } from "../../src/node/publish/checks/read-tags.ts";
import { ROOT, readTree } from "../site/build-site.ts";

/** Every element as it was written: its name, its attributes, its text where it holds nothing else. */
function tagsOf(html: string): readonly string[] {
  const tags: string[] = [];
  readTags(html, (name, attributes, text) => tags.push(`${name} ${JSON.stringify(attributes)}${text}`));
  return tags;
}

/** Elements that have attributes, as the standard's own algorithm finds them: others it may add by itself. */
function elementsOf(node: DefaultTreeAdapterTypes.Node): readonly string[] {
  const within = "childNodes" in node ? node.childNodes.flatMap(elementsOf) : [];
  if (!("attrs" in node) || node.attrs.length === 0) return within;
  const attributes = node.attrs.map(({ prefix, name, value }) => [(prefix ? `${prefix}:${name}` : name).toLowerCase(), value]);
  return [`${node.tagName.toLowerCase()} ${JSON.stringify(Object.fromEntries(attributes))}`, ...within];
}

describe("the tags of a page", () => {
  it.each<[html: string, tags: readonly string[]]>([
    ['<p><a HREF="x">A</a></P>', ["p {}", 'a {"href":"x"}']],
    ["<a href='x' title=y data-z>A", ['a {"href":"x","title":"y","data-z":""}']],
    ['<a href="x"title="y">A', ['a {"href":"x","title":"y"}']],
    ['<a\n  href = "x"\n>A', ['a {"href":"x"}']],
    ['<img src="a>b" alt="<i>"/><br/>', ['img {"src":"a>b","alt":"<i>"}', "br {}"]],
    ['<p id="first" id="second">', ['p {"id":"first"}']],
    ["1 < 2 <3 </p> <!doctype html> <", []],
    ['<!-- <a href="x"> --><b><!-- never ends <i>', ["b {}"]],
    ["<title>A <b> &amp; c</title><i>", ["title {}A <b> &amp; c", "i {}"]],
    [
      '<script>if (a<b) "</b>"</SCRIPT><style>a > b { c: "<i>" }</style>',
      ['script {}if (a<b) "</b>"', 'style {}a > b { c: "<i>" }'],
    ],
    ["<textarea><a></textarea><script>never ends", ["textarea {}<a>", "script {}never ends"]],
    ["<constructor __proto__=x>", ["constructor {}"]],
    ["<a href=", ['a {"href":""}']],
  ])("in %s", (html, tags) => {
    expect(tagsOf(html)).toEqual(tags);
  });

  it("are those that a browser finds, in pages that the build has made", () => {
    const folders = ["figures-bound-to-data", "one-story-with-everything", "site-without-address"];
    const pages = folders.flatMap((folder) => [...readTree(join(ROOT, "tests/site", folder, "expected"))]);
    const html = pages.filter(([path]) => path.endsWith(".html")).map(([, bytes]) => bytes.toString());
    expect(html.length).toBeGreaterThan(50);
    for (const page of html) {
      const found: string[] = [];
      readTags(
        page,
        (name, attributes) => void (Object.keys(attributes).length > 0 && found.push(`${name} ${JSON.stringify(attributes)}`)),
      );
      expect(found).toEqual(elementsOf(parse(page)));
    }
  });
});

describe("entities", () => {
  it("are read where serialisers write them, and stand for themselves elsewhere", () => {
    expect(decodeEntities("&lt;a b=&quot;&amp;amp;&quot;&gt; &#39;&#x2019;&apos;&nbsp;")).toBe("<a b=\"&amp;\"> '\u2019'\u00A0");
    expect(decodeEntities("?a=1&b=2&copy=3 &#99999999; &unknown;")).toBe("?a=1&b=2&copy=3 &#99999999; &unknown;");
  });
});
