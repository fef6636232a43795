import { Ajv } from "ajv";

const text = { type: "string", minLength: 1 } as const;
const address = { type: "string", pattern: "^https?://[^\\s]+$" } as const;
const date = { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$" } as const;
const authors = {
  type: "array",
  minItems: 1,
  items: { type: "object", required: ["name"], properties: { name: text, url: address }, additionalProperties: false },
} as const;

/** JSON Feed 1.1 as this publication writes it: no unknown properties, and all properties of stories required. */
const SCHEMA = {
  type: "object",
  required: ["version", "title", "home_page_url", "feed_url", "language", "items"],
  additionalProperties: false,
  properties: {
    version: { const: "https://jsonfeed.org/version/1.1" },
    title: text,
    home_page_url: address,
    feed_url: address,
    description: text,
    icon: address,
    favicon: address,
    language: text,
    authors,
    hubs: {
      type: "array",
      items: { type: "object", required: ["type", "url"], properties: { type: text, url: address }, additionalProperties: false },
    },
    items: {
      type: "array",
      items: {
        type: "object",
        required: [
          "id",
          "url",
          "title",
          "content_html",
          "summary",
          "date_published",
          "date_modified",
          "authors",
          "tags",
          "language",
        ],
        additionalProperties: false,
        properties: {
          id: address,
          url: address,
          title: text,
          content_html: text,
          summary: text,
          image: address,
          date_published: date,
          date_modified: date,
          authors,
          tags: { type: "array", items: text },
          language: text,
        },
      },
    },
  },
} as const;

const validate = new Ajv({ allErrors: true }).compile(SCHEMA);

/** The schema errors of a JSON Feed. */
export function jsonFeedErrors(json: string): readonly string[] {
  return validate(JSON.parse(json))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
