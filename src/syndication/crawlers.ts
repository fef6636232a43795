/** The crawlers of one operator of language models, by their user agents in `robots.txt` (RFC 9309). */
interface Operator {
  /** Crawlers that collect training data. */
  readonly training: readonly string[];
  /** Crawlers that index pages for answers, or fetch a page when a user asks. */
  readonly answers: readonly string[];
}

/**
 * The well-known ones, from their operators' documentation. `Google-Extended` and `Applebot-Extended` do not crawl: they
 * control the use of pages crawled for search, and do not affect search itself. OpenAI, Perplexity and Meta document that
 * fetches on behalf of a user may ignore `robots.txt`.
 */
const OPERATORS: readonly Operator[] = [
  // OpenAI: https://developers.openai.com/api/docs/bots
  { training: ["GPTBot"], answers: ["OAI-SearchBot", "ChatGPT-User"] },
  // Anthropic: https://support.claude.com/en/articles/8896518
  { training: ["ClaudeBot"], answers: ["Claude-SearchBot", "Claude-User"] },
  // Google: https://developers.google.com/search/docs/crawling-indexing/google-common-crawlers
  { training: ["Google-Extended"], answers: [] },
  // Apple: https://support.apple.com/en-us/119829
  { training: ["Applebot-Extended"], answers: [] },
  // Meta: https://developers.facebook.com/docs/sharing/webmasters/web-crawlers/
  { training: ["meta-externalagent"], answers: ["meta-webindexer", "meta-externalfetcher"] },
  // Amazon: https://developer.amazon.com/support/amazonbot
  { training: ["Amazonbot"], answers: ["Amzn-SearchBot", "Amzn-User"] },
  // Common Crawl, an open archive that many models are trained on: https://commoncrawl.org/ccbot
  { training: ["CCBot"], answers: [] },
  // ByteDance and Cohere publish no documentation; from the community list: https://github.com/ai-robots-txt/ai.robots.txt
  { training: ["Bytespider"], answers: [] },
  { training: ["cohere-training-data-crawler"], answers: [] },
  // Perplexity: https://docs.perplexity.ai/docs/resources/perplexity-crawlers
  { training: [], answers: ["PerplexityBot", "Perplexity-User"] },
  // DuckDuckGo: https://duckduckgo.com/duckduckgo-help-pages/results/duckassistbot
  { training: [], answers: ["DuckAssistBot"] },
  // Mistral: https://docs.mistral.ai/robots
  { training: [], answers: ["MistralAI-User"] },
];

/** What a crawler collects text for. */
export const CRAWLER_PURPOSES = ["training", "answers"] as const;
export type CrawlerPurpose = (typeof CRAWLER_PURPOSES)[number];

/** The user agents of crawlers for a purpose, in alphabetical order. */
export function crawlersFor(purpose: CrawlerPurpose): readonly string[] {
  return OPERATORS.flatMap((operator) => operator[purpose]).sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}
