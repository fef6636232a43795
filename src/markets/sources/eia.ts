import * as z from "zod";
import type { Source, SourcePage } from "./source.ts";
import { excerpt, unexpectedFormat } from "./source-error.ts";

/** The maximum of a response. */
const PAGE_ROWS = 5000;

/** Routes differ in whether numbers are JSON numbers or strings. */
const responseSchema = z.object({
  response: z.object({
    total: z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]),
    data: z.array(
      z.object({
        period: z.string(),
        series: z.string(),
        value: z.union([z.number().transform(String), z.string(), z.null()]),
      }),
    ),
  }),
});

/**
 * The US Energy Information Administration, APIv2 (https://www.eia.gov/opendata/documentation.php). A code is a route and,
 * after its last slash, a series: `petroleum/pri/spt/RBRTE`. The API accepts its key only in the address.
 */
export const eia: Source = {
  base: "https://api.eia.gov",
  key: { variable: "EIA_API_KEY", from: "https://www.eia.gov/opendata/register.php" },
  address: ({ base, code, frequency, key = "" }, offset) => {
    const { route, series } = partsOf(code);
    const query = new URLSearchParams({
      api_key: key,
      frequency,
      "data[0]": "value",
      "facets[series][]": series,
      "sort[0][column]": "period",
      "sort[0][direction]": "asc",
      offset: String(offset),
      length: String(PAGE_ROWS),
    });
    return `${base}/v2/${route}/data/?${query}`;
  },
  parse: (text, { code }): SourcePage => {
    const { total, data } = parseResponse(text);
    const { series } = partsOf(code);
    const other = data.find((row) => row.series !== series);
    if (other) throw unexpectedFormat(`has figures of ${other.series} beside those of ${series}`);
    return { total, observations: data.map(({ period, value }) => ({ date: period, value: value || undefined })) };
  },
};

function parseResponse(text: string): z.infer<typeof responseSchema>["response"] {
  const result = responseSchema.safeParse(parseJson(text));
  if (result.success) return result.data.response;
  const path = result.error.issues[0]?.path.join(".") || "its top level";
  throw unexpectedFormat(`is JSON of another format, as ${path} shows`, result.error);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unexpectedFormat(`is not JSON, but starts with \`${excerpt(text)}\``, error);
  }
}

function partsOf(code: string): { readonly route: string; readonly series: string } {
  const slash = code.lastIndexOf("/");
  return { route: code.slice(0, slash), series: code.slice(slash + 1) };
}
