import type { SiteSettings } from "../src/model/site.ts";

/**
 * What the publication is. Everything a publisher decides once stands here. A newsletter is one more entry, such as
 * `newsletter: { provider: "buttondown", account: "NAME" }`; `README.md` in this folder lists all providers.
 */
const site: SiteSettings = {
  name: "EconoTimes",
  tagline: "The economy, explained from its figures",
  description:
    "Business news and market data: politics, the economy, companies and technology, each figure with its date and source.",
  address: "https://www.econotimes.com/",
  // For the owner of the whole host only: browsers then refuse http there for two years.
  strictTransportSecurity: "host",
  language: "en-GB",
  timeZone: "America/New_York",
  sections: [
    { id: "politics", name: "Politics", description: "What governments agree on, and how their rules are made." },
    { id: "economy", name: "Economy", description: "How growth, prices and interest rates are measured and set." },
    { id: "market-data", name: "Market Data", description: "Currencies, energy, rates and prices, read from their figures." },
    { id: "business", name: "Business", description: "How companies trade, borrow and move goods." },
    { id: "technology", name: "Technology", description: "The systems and standards that the economy runs on." },
  ],
};

export default site;
