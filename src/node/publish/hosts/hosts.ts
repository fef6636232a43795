import { htaccess } from "./apache.ts";
import { azureConfiguration } from "./azure.ts";
import { caddyConfiguration } from "./caddy.ts";
import { firebaseConfiguration } from "./firebase.ts";
import { cname } from "./github-pages.ts";
import { headersFile, redirectsFile } from "./headers-and-redirects.ts";
import {
  allRedirects,
  type Limit,
  MIB,
  maxCount,
  maxFileBytes,
  maxLineLength,
  maxTotalBytes,
  redirectsIn,
} from "./host-limits.ts";
import type { HostRules } from "./host-rules.ts";
import { nginxConfiguration } from "./nginx.ts";
import { s3Script } from "./s3.ts";
import { vercelConfiguration } from "./vercel.ts";

/** A static host, and how it is configured. */
interface Host {
  readonly id: string;
  readonly name: string;
  /** Its own domains, below which it serves sites that have none. */
  readonly domains?: readonly string[];
  /** The files that it reads in the output. */
  readonly files?: Readonly<Record<string, WriteFile>>;
  /** Writes the configuration that it needs outside the output; `folder` is the output as seen from the project. */
  readonly print?: (rules: HostRules, folder: string) => string;
  /** Those that it documents; of its free plan if plans differ. */
  readonly limits?: readonly Limit[];
}

/**
 * @param pageFolders the folders at the root that hold pages
 * @returns undefined if the publication needs no such file
 */
type WriteFile = (rules: HostRules, pageFolders: readonly string[]) => string | undefined;

/** Every host that the publication is prepared for. A new one needs a row here, and a file with its configuration. */
export const HOSTS: readonly Host[] = [
  {
    id: "netlify",
    name: "Netlify",
    domains: ["netlify.app"],
    files: { _headers: headersFile, _redirects: redirectsFile },
  },
  {
    id: "cloudflare-pages",
    name: "Cloudflare Pages",
    domains: ["pages.dev", "workers.dev"],
    files: { _headers: headersFile, _redirects: redirectsFile },
    limits: [
      maxCount("files on its free plan", 20_000, ({ files }) => files.size),
      maxFileBytes(25 * MIB),
      maxCount("rules in _headers", 100, ({ textOf }) => textOf("_headers").match(/^\S/gm)?.length ?? 0),
      maxLineLength("_headers", 2000),
      maxCount("redirects", 2000, redirectsIn),
      maxLineLength("_redirects", 1000),
    ],
  },
  { id: "apache", name: "Apache", files: { ".htaccess": (rules) => htaccess(rules, HOST_FILES) } },
  {
    id: "azure",
    name: "Azure Static Web Apps",
    domains: ["azurestaticapps.net"],
    files: { "staticwebapp.config.json": azureConfiguration },
    limits: [maxTotalBytes(250 * MIB, " on its free plan"), allRedirects("staticwebapp.config.json", /"redirect":/g)],
  },
  {
    id: "vercel",
    name: "Vercel",
    domains: ["vercel.app"],
    files: { "vercel.json": vercelConfiguration },
    limits: [allRedirects("vercel.json", /"destination":/g)],
  },
  {
    id: "github-pages",
    name: "GitHub Pages",
    domains: ["github.io"],
    // Without `.nojekyll` it leaves out files whose names start with an underscore.
    files: { ".nojekyll": () => "", CNAME: (rules) => cname(rules, HOST_DOMAINS) },
    limits: [maxTotalBytes(1024 * MIB), maxFileBytes(100 * MIB)],
  },
  { id: "nginx", name: "nginx", print: (rules) => nginxConfiguration(rules, HOST_FILES) },
  { id: "caddy", name: "Caddy", print: (rules) => caddyConfiguration(rules, HOST_FILES) },
  {
    id: "firebase",
    name: "Firebase",
    domains: ["web.app", "firebaseapp.com"],
    print: (rules, folder) => firebaseConfiguration(rules, HOST_FILES, folder),
    limits: [maxFileBytes(2048 * MIB)],
  },
  {
    id: "s3",
    name: "Amazon S3 behind CloudFront",
    domains: ["amazonaws.com", "cloudfront.net"],
    print: (rules, folder) => s3Script(rules, HOST_FILES, folder),
  },
];

/** The files in the output that are only for hosts. Servers must not serve them. */
export const HOST_FILES: readonly string[] = [...new Set(HOSTS.flatMap(({ files = {} }) => Object.keys(files)))];

const HOST_DOMAINS: readonly string[] = HOSTS.flatMap(({ domains = [] }) => domains);

/** A host that is configured outside the output. */
export type PrintedHost = Host & Required<Pick<Host, "print">>;

/** The hosts that `--host` takes. */
export const PRINTED_HOSTS: readonly PrintedHost[] = HOSTS.filter((host): host is PrintedHost => host.print !== undefined);
