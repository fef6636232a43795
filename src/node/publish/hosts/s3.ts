import { requestFunction, responseFunction, responseHeadersPolicy } from "./cloudfront.ts";
import { CONFIGURATION_FILES } from "./configuration-files.ts";
import type { HostRules } from "./host-rules.ts";
import { MEDIA_TYPES } from "./media-types.ts";
import { PATH_CLASSES, type PathClass } from "./path-classes.ts";

/**
 * A shell script for Amazon S3 behind CloudFront: it uploads the output, each file with its media type and its cache
 * rule, and writes what CloudFront has to be told.
 */
export function s3Script(rules: HostRules, folder: string): string {
  const { hashed, others } = PATH_CLASSES;
  const files = {
    "request.js": requestFunction(rules),
    "response.js": responseFunction(rules),
    "headers.json": responseHeadersPolicy(rules),
  };
  const written = Object.entries(files).map(([name, text]) => `  cat > econotimes-${name} <<'END'\n${text}END`);
  const unserved = [...CONFIGURATION_FILES, "*.br", "*.gz"].map((name) => `--exclude ${shell(name)}`);
  return `#!/bin/sh
# Amazon S3 behind CloudFront.
#   BUCKET=name sh econotimes.sh upload      after every build
#   sh econotimes.sh configure               writes into this folder what CloudFront is to be told:
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
  # What browsers keep for good.
${uploads(hashed, (globs) => globs.map((glob) => `--include ${shell(glob)}`).join(" "), " --size-only").join("\n")}
  # The rest; pages come last, so that none is there before what it loads.
${uploads(others, (globs, endings) => [...endings.map((each) => `--include ${shell(`*.${each}`)}`), ...globs.map((glob) => `--exclude ${shell(glob)}`)].join(" ")).join("\n")}
  # What is no longer there.
  send --delete --size-only ${unserved.join(" ")}
}

configure() {
${written.join("\n")}
}

case "\${1:-}" in
  upload | configure) "$1" ;;
  *) echo "sh econotimes.sh upload, or sh econotimes.sh configure" >&2; exit 2 ;;
esac
`;
}

/**
 * A command for each media type.
 *
 * @param filters from the endings of that type, and the globs of files with them whose names change with their content
 */
function uploads(
  { headers }: PathClass,
  filters: (globs: readonly string[], endings: readonly string[]) => string,
  flags = "",
): readonly string[] {
  const byType = Map.groupBy(Object.entries(MEDIA_TYPES), ([, type]) => type);
  const pagesLast = [...byType].sort(([a], [b]) => Number(a.startsWith("text/html")) - Number(b.startsWith("text/html")));
  return pagesLast.map(([type, these]) => {
    const endings = these.map(([ending]) => ending);
    const globs = endings.flatMap((ending) => PATH_CLASSES.hashed.globs.flatMap((glob) => narrowed(glob.slice(1), ending)));
    const cache = headers["Cache-Control"] ?? "";
    return `  send --exclude "*" ${filters(globs, endings)} --content-type ${shell(type)} --cache-control ${shell(cache)}${flags}`;
  });
}

/** What of a glob ends in `.ending`. */
function narrowed(glob: string, ending: string): readonly string[] {
  if (glob.endsWith("*")) return [`${glob}.${ending}`];
  return glob.endsWith(`.${ending}`) ? [glob] : [];
}

function shell(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
