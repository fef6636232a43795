/** The programs of one operator that gather text for language models, by their names in `robots.txt` (RFC 9309). */
interface Operator {
  /** Those that gather text to train models. */
  readonly training: readonly string[];
  /** Those that look for text to answer a question with, or fetch it when somebody asks. */
  readonly answers: readonly string[];
}

/**
 * The well-known ones, each as its operator's documentation has it. `Google-Extended` and `Applebot-Extended` fetch nothing:
 * they stand for what is made of pages fetched for search, which they do not change. Of those that fetch a page because a
 * person asked for it, OpenAI, Perplexity and Meta say that they may not heed `robots.txt`.
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
  // Common Crawl, an open archive of which many models have learnt: https://commoncrawl.org/ccbot
  { training: ["CCBot"], answers: [] },
  // ByteDance and Cohere have no documentation; what is known: https://github.com/ai-robots-txt/ai.robots.txt
  { training: ["Bytespider"], answers: [] },
  { training: ["cohere-training-data-crawler"], answers: [] },
  // Perplexity: https://docs.perplexity.ai/docs/resources/perplexity-crawlers
  { training: [], answers: ["PerplexityBot", "Perplexity-User"] },
  // DuckDuckGo: https://duckduckgo.com/duckduckgo-help-pages/results/duckassistbot
  { training: [], answers: ["DuckAssistBot"] },
  // Mistral: https://docs.mistral.ai/robots
  { training: [], answers: ["MistralAI-User"] },
];

/** What a program gathers text for. */
export const CRAWLER_PURPOSES = ["training", "answers"] as const;
export type CrawlerPurpose = (typeof CRAWLER_PURPOSES)[number];

/** The names of the programs that gather text for a purpose, in order of name. */
export function crawlersFor(purpose: CrawlerPurpose): readonly string[] {
  return OPERATORS.flatMap((operator) => operator[purpose]).sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}
