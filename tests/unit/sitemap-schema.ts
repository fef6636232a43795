import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { validateXML } from "xmllint-wasm";

const FIXTURES = resolve(import.meta.dirname, "../fixtures/xsd");
const PROTOCOL = resolve(import.meta.dirname, "../../node_modules/sitemap/schema/sitemap.xsd");
const EXTENSIONS = ["sitemap-image.xsd", "sitemap-news.xsd"];

const file = (path: string, fileName: string) => ({ fileName, contents: readFileSync(path, "utf8") });

/** The two kinds of files with their schemas. */
const SCHEMAS = {
  siteindex: { schema: file(join(FIXTURES, "siteindex.xsd"), "siteindex.xsd"), preload: [] },
  urlset: {
    schema: file(join(FIXTURES, "urlset.xsd"), "urlset.xsd"),
    preload: [file(PROTOCOL, "sitemap.xsd"), ...EXTENSIONS.map((name) => file(join(FIXTURES, name), name))],
  },
};

/** The errors that libxml2 reports for documents, as `name: error`. */
export async function schemaErrors(
  kind: keyof typeof SCHEMAS,
  documents: Iterable<readonly [name: string, xml: string]>,
): Promise<readonly string[]> {
  const xml = [...documents].map(([name, contents]) => ({ fileName: name.replaceAll("/", "_"), contents }));
  const { valid, errors, rawOutput } = await validateXML({ xml, ...SCHEMAS[kind] });
  if (!valid && errors.length === 0) throw new Error(rawOutput);
  return errors.map(({ loc, message }) => `${loc?.fileName}: ${message}`);
}
