import type { HostRules } from "./host-rules.ts";
import { NAMED_MEDIA_TYPES } from "./media-types.ts";
import { escaped, type Headers, PATH_CLASSES, patternBelow } from "./path-classes.ts";

/**
 * `firebase.json`, which is outside the output. The last value of a header wins. The ignored files are listed by name,
 * since Firebase's usual patterns would also ignore `.well-known`.
 *
 * @param hostFiles the files that must not be served
 * @param publicFolder the output, relative to `firebase.json`
 */
export function firebaseConfiguration(
  { base, headers, redirects }: HostRules,
  hostFiles: readonly string[],
  publicFolder: string,
): string {
  const { hashed, open, pages, others } = PATH_CLASSES;
  const hosting = {
    public: publicFolder,
    ignore: hostFiles,
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
