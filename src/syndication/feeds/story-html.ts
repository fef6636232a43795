import { chartRequest } from "../../markets/chart/chart-block.ts";
import { chartModel } from "../../markets/chart/chart-model.ts";
import { describeChart } from "../../markets/chart/describe-chart.ts";
import type { Markets } from "../../markets/markets.ts";
import type { Article } from "../../model/article.ts";
import type { BodyBlock, FigureNotes, StoryChart } from "../../model/body.ts";
import { fullDateTime, machineDate } from "../../model/dates.ts";
import type { Images, PublishedImage } from "../../model/images.ts";
import type { Site } from "../../model/site.ts";
import { type Href, seriesPath } from "../../model/urls.ts";
import { type Xml, xml } from "../xml.ts";
import { absoluteHtml } from "./absolute-html.ts";
import type { FeedPicture } from "./feed.ts";

/** What storyHtml needs besides the story. */
export interface StorySources {
  readonly site: Pick<Site, "name" | "language">;
  readonly images: Images;
  readonly markets: Markets;
  /** Gives absolute addresses. */
  readonly href: Href;
}

/** A whole story as self-contained HTML: no relative addresses, scripts, styles or classes. */
export function storyHtml(article: Article, sources: StorySources): string {
  const { picture, standfirst, keyPoints, body } = article;
  const url = sources.href(article.path);
  return [
    ...(picture ? [figure({ picture: picture.name, alt: picture.alt, caption: picture.caption }, sources)] : []),
    xml`<p>${standfirst}</p>\n`,
    ...(keyPoints.length > 0 ? [xml`<h2>Key points</h2>\n<ul>${keyPoints.map((point) => xml`<li>${point}</li>`)}</ul>\n`] : []),
    ...body.map((block, index) => blockHtml(block, `${url}#chart_${index}`, url, sources)),
    corrections(article),
  ]
    .map(({ text }) => text)
    .join("");
}

const NOTHING: Xml = { text: "" };

/** @param chartUrl the address of the block, if it is a chart */
function blockHtml(block: BodyBlock, chartUrl: string, url: string, sources: StorySources): Xml {
  switch (block.kind) {
    case "html":
      return { text: absoluteHtml(block.html, url) };
    case "figure":
      return figure(block, sources);
    case "chart":
      return chartText(block.chart, chartUrl, sources);
    case "figureNotes":
      return figureNotes(block, sources);
  }
}

interface ValueFormat {
  readonly picture: string;
  readonly alt: string | undefined;
  readonly caption: string | undefined;
}

function figure({ picture: name, alt, caption }: ValueFormat, { images, href }: StorySources): Xml {
  const picture = images.get(name);
  const shown = picture && feedPicture(picture, alt, href);
  if (!shown) return NOTHING;
  const text = caption ?? picture.caption;
  return xml`<figure><img src="${shown.url}" width="${String(shown.widthPx)}" height="${String(shown.heightPx)}" alt="${shown.alt}"><figcaption>${text === undefined ? "" : `${text} `}<small>${picture.credit}. ${picture.licence}</small></figcaption></figure>\n`;
}

/** A chart as text, since the chart itself needs the page's styles. */
function chartText(chart: StoryChart, url: string, { markets, site: { name, language } }: StorySources): Xml {
  const request = chartRequest(chart, markets);
  const sources = [...new Set(request.series.map(({ source }) => source.name))];
  const note = request.note === undefined ? NOTHING : xml`<p>${request.note}</p>`;
  return xml`<figure><p>${describeChart(chartModel(request, language), request, language)}</p>${note}<figcaption><a href="${url}">See the chart on ${name}</a> <small>${sources.length === 1 ? "Source" : "Sources"}: ${sources.join("; ")}</small></figcaption></figure>\n`;
}

function figureNotes({ series, revisions }: FigureNotes, { href }: StorySources): Xml {
  const bySource = [...Map.groupBy(series, ({ source }) => source)].map(([source, ofSource], index) => {
    const links = ofSource.map(({ id, name }, at) => xml`${at > 0 ? ", " : ""}<a href="${href(seriesPath(id))}">${name}</a>`);
    return xml`${index > 0 ? "; " : ""}${links} (${source})`;
  });
  const revised = revisions.map(({ sentence }) => xml`<li>${sentence}</li>`);
  return xml`<p><small>Sources of figures: ${bySource}.</small></p>\n${revised.length > 0 ? xml`<ul>${revised}</ul>\n` : NOTHING}`;
}

function corrections({ corrections }: Article): Xml {
  if (corrections.length === 0) return NOTHING;
  const items = corrections.map(
    ({ date, text }) => xml`<li><time datetime="${machineDate(date)}">${fullDateTime(date)}</time>: ${text}</li>`,
  );
  return xml`<h2>Corrections</h2>\n<ul>${items}</ul>\n`;
}

/**
 * A picture as one file for feed readers: the widest one in the fallback format.
 *
 * @param alt overrides the picture's own
 * @param href gives absolute addresses
 */
export function feedPicture(picture: PublishedImage, alt: string | undefined, href: Href): FeedPicture | undefined {
  const { fallback, widthPx, heightPx, credit } = picture;
  const widest = fallback.files.at(-1);
  return (
    widest && {
      url: href(widest.path),
      type: fallback.type,
      widthPx: widest.widthPx,
      heightPx: Math.round((heightPx * widest.widthPx) / widthPx),
      alt: alt ?? picture.alt,
      credit,
    }
  );
}
