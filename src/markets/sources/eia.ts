import * as z from "zod";
import type { Source, SourcePage } from "./source.ts";
import { beginningOf, wrongFormat } from "./source-failure.ts";

/** The most that one answer holds. */
const PAGE_ROWS = 5000;

/** Numbers come as such or as text, differently from route to route. */
const answerSchema = z.object({
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
 * The US Energy Information Administration, APIv2 (https://www.eia.gov/opendata/documentation.php). A code is a route
 * and, behind its last slash, the series: `petroleum/pri/spt/RBRTE`. The key is part of the address: nowhere else is it read.
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
    const { total, data } = parseAnswer(text);
    const { series } = partsOf(code);
    const other = data.find((row) => row.series !== series);
    if (other) throw wrongFormat(`has figures of ${other.series} beside those of ${series}`);
    return { total, readings: data.map(({ period, value }) => ({ date: period, value: value || undefined })) };
  },
};

function parseAnswer(text: string): z.infer<typeof answerSchema>["response"] {
  const result = answerSchema.safeParse(parseJson(text));
  if (result.success) return result.data.response;
  const places = result.error.issues.map(({ path }) => path.join(".") || "the whole of it");
  throw wrongFormat(`is JSON of another form, to judge by ${places[0]}`, result.error);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw wrongFormat(`is not JSON, but begins with \`${beginningOf(text)}\``, error);
  }
}

function partsOf(code: string): { readonly route: string; readonly series: string } {
  const slash = code.lastIndexOf("/");
  return { route: code.slice(0, slash), series: code.slice(slash + 1) };
}
