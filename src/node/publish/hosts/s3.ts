import { requestFunction, responseFunction, responseHeadersPolicy } from "./cloudfront.ts";
import type { HostRules } from "./host-rules.ts";
import { MEDIA_TYPES } from "./media-types.ts";
import { PATH_CLASSES, type PathClass } from "./path-classes.ts";

const DOTFILES = [".*", "*/.*"];

/**
 * A shell script for Amazon S3 behind CloudFront: it uploads the output, each file with its media type and
 * `Cache-Control`, and writes the functions and the headers policy for CloudFront.
 *
 * @param hostFiles the files that must not be served
 * @param folder the output, relative to where the script runs
 */
export function s3Script(rules: HostRules, hostFiles: readonly string[], folder: string): string {
  const { hashed, others } = PATH_CLASSES;
  const files = {
    "request.js": requestFunction(rules),
    "response.js": responseFunction(rules),
    "headers.json": responseHeadersPolicy(rules),
  };
  const writeCommands = Object.entries(files).map(([name, text]) => `  cat > econotimes-${name} <<'END'\n${text}END`);
  const unserved = exclude([...hostFiles, "*.br", "*.gz"]);
  const filtersOfOthers = (hashedGlobs: readonly string[], extensions: readonly string[]): string => {
    const names = extensions.map((extension) => `*.${extension}`);
    return [...include(names), ...exclude(hashedGlobs), ...withoutDotfiles(names), ...exclude(hostFiles)].join(" ");
  };
  return `#!/bin/sh
# Amazon S3 behind CloudFront.
#   BUCKET=name sh econotimes.sh upload      after every build
#   sh econotimes.sh configure               writes the configuration of CloudFront into this folder:
#     econotimes-request.js    a function (cloudfront-js-2.0) for viewer requests: slashes, redirects, index.html
#     econotimes-response.js   a function (cloudfront-js-2.0) for viewer responses: headers that depend on the path
#     econotimes-headers.json  aws cloudfront create-response-headers-policy --response-headers-policy-config file://econotimes-headers.json
#   Custom error responses: 403 and 404 give ${rules.base}404.html with 404.
set -eu

send() {
  aws s3 sync ${shell(folder)} "s3://$BUCKET${rules.base}" "$@"
}

upload() {
  : "\${BUCKET:?name the bucket: BUCKET=name sh econotimes.sh upload}"
  # Files with a content hash in their names, which browsers cache for good.
${uploads(hashed, (globs) => [...include(globs), ...exclude(DOTFILES)].join(" "), " --size-only").join("\n")}
  # All others; pages last, so that everything they load is there first.
${uploads(others, filtersOfOthers).join("\n")}
  # Removes files that no longer exist.
  send --delete --size-only ${[...withoutDotfiles(["*"]), ...unserved].join(" ")}
}

configure() {
${writeCommands.join("\n")}
}

case "\${1:-}" in
  upload | configure) "$1" ;;
  *) echo "sh econotimes.sh upload, or sh econotimes.sh configure" >&2; exit 2 ;;
esac
`;
}

/**
 * One command per media type.
 *
 * @param filters the filters of a type, from the globs of its hashed files and its extensions
 */
function uploads(
  { headers }: PathClass,
  filters: (globs: readonly string[], extensions: readonly string[]) => string,
  flags = "",
): readonly string[] {
  const byType = Map.groupBy(Object.entries(MEDIA_TYPES), ([, type]) => type);
  const pagesLast = [...byType].sort(([a], [b]) => Number(a.startsWith("text/html")) - Number(b.startsWith("text/html")));
  return pagesLast.map(([type, these]) => {
    const extensions = these.map(([extension]) => extension);
    const globs = extensions.flatMap((extension) =>
      PATH_CLASSES.hashed.globs.flatMap((glob) => narrow(glob.slice(1), extension)),
    );
    const cache = headers["Cache-Control"] ?? "";
    return `  send --exclude "*" ${filters(globs, extensions)} --content-type ${shell(type)} --cache-control ${shell(cache)}${flags}`;
  });
}

/** Narrows a glob to a file extension; empty if it matches no such file. */
function narrow(glob: string, extension: string): readonly string[] {
  if (glob.endsWith("*")) return [`${glob}.${extension}`];
  return glob.endsWith(`.${extension}`) ? [glob] : [];
}

function include(globs: readonly string[]): readonly string[] {
  return globs.map((glob) => `--include ${shell(glob)}`);
}

function exclude(globs: readonly string[]): readonly string[] {
  return globs.map((glob) => `--exclude ${shell(glob)}`);
}

/** Leaves out files and folders whose names start with a dot, except in `.well-known`. The last filter that matches wins. */
function withoutDotfiles(names: readonly string[]): readonly string[] {
  return [...exclude(DOTFILES), ...include(names.map((name) => `.well-known/${name}`)), ...exclude([".well-known/.*"])];
}

function shell(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
