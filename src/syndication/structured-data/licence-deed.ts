import { openLicence } from "../open-data/open-licence.ts";

/** What has no licence of Creative Commons, by the words that editors use for it. */
const DEEDS: Readonly<Record<string, string>> = {
  cc0: "https://creativecommons.org/publicdomain/zero/1.0/",
  "cc0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
  "public domain": "https://creativecommons.org/publicdomain/mark/1.0/",
};

const CREATIVE_COMMONS = /^cc (by(?:-nc)?(?:-sa|-nd)?) (\d\.\d)$/;

/** Where the text of a licence stands; undefined for one that is known by its words only. */
export function licenceDeed(licence: string): string | undefined {
  const words = licence.toLowerCase();
  const [, terms, version] = CREATIVE_COMMONS.exec(words) ?? [];
  if (terms && version) return `https://creativecommons.org/licenses/${terms}/${version}/`;
  return (Object.hasOwn(DEEDS, words) ? DEEDS[words] : undefined) ?? openLicence(licence)?.path;
}
