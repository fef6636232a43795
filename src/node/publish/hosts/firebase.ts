import { CONFIGURATION_FILES } from "./configuration-files.ts";
import type { HostRules } from "./host-rules.ts";
import { NAMED_MEDIA_TYPES } from "./media-types.ts";
import { escaped, type Headers, PATH_CLASSES, patternBelow } from "./path-classes.ts";

/**
 * `firebase.json`, which stands beside the output. Of two values for one header the last counts. What it leaves out is
 * named: the usual list would leave out `.well-known` as well.
 *
 * @param publicFolder the output as seen from where `firebase.json` stands
 */
export function firebaseConfiguration({ base, headers, redirects }: HostRules, publicFolder: string): string {
  const { hashed, open, pages, others } = PATH_CLASSES;
  const hosting = {
    public: publicFolder,
    ignore: CONFIGURATION_FILES,
    trailingSlash: true,
    headers: [
      rule(`^${escaped(base)}.*$`, { ...headers, ...others.headers }),
      ...[pages, open, hashed].map((each) => rule(patternBelow(base, each), each.headers)),
      ...Object.entries(NAMED_MEDIA_TYPES).map(([name, type]) =>
        rule(`^${escaped(base)}(?:.*/)?${escaped(name)}$`, { "Content-Type": type }),
      ),
    ],
    redirects: redirects.map(({ from, to }) => ({
      regex: `^${escaped(from).replace(/\/$/, "/?")}$`,
      destination: to,
      type: 301,
    })),
  };
  return `${JSON.stringify({ hosting }, undefined, 2)}\n`;
}

function rule(regex: string, headers: Headers) {
  return { regex, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) };
}
