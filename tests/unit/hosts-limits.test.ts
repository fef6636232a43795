import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { exceededLimits } from "../../src/node/publish/hosts/host-limits.ts";
import { HOSTS } from "../../src/node/publish/hosts/hosts.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const MIB = 1024 * 1024;
const folder = temporaryFolder();

beforeEach(() => {
  writeFileSync(join(folder, "_headers"), "/*\n  X-Content-Type-Options: nosniff\n");
  writeFileSync(join(folder, "_redirects"), "");
  writeAzureAndVercel(3000);
});

/** Writes the files of these hosts with a number of redirects. */
function writeAzureAndVercel(count: number): void {
  const all = (redirect: object) => JSON.stringify(Array.from({ length: count }, () => redirect));
  writeFileSync(join(folder, "staticwebapp.config.json"), all({ redirect: "/new/" }));
  writeFileSync(join(folder, "vercel.json"), all({ destination: "/new/" }));
}

const files = (...sizes: readonly (readonly [string, number])[]) => new Map<string, number>(sizes);

it("an edition within all limits gives no message", async () => {
  const all = Array.from({ length: 20_000 }, (_, index): [string, number] => [`${index}.html`, 1000]);
  expect(await exceededLimits(HOSTS, folder, files(...all))).toEqual([]);
  expect(await exceededLimits(HOSTS, folder, files(["pictures/large.png", 25 * MIB]))).toEqual([]);
});

it("too many files are reported with both numbers", async () => {
  const all = Array.from({ length: 20_001 }, (_, index): [string, number] => [`${index}.html`, 1000]);
  expect(await exceededLimits(HOSTS, folder, files(...all))).toEqual([
    "Cloudflare Pages takes at most 20,000 files on its free plan: there are 20,001.",
  ]);
});

it("a file that is too large is reported for every host", async () => {
  expect(await exceededLimits(HOSTS, folder, files(["index.html", 1], ["pictures/large.png", 101 * MIB]))).toEqual([
    "Cloudflare Pages takes files of at most 25.0 MiB: pictures/large.png has 101.0 MiB.",
    "GitHub Pages takes files of at most 100.0 MiB: pictures/large.png has 101.0 MiB.",
  ]);
});

it("an edition that is too large is reported", async () => {
  const all = Array.from({ length: 50 }, (_, index): [string, number] => [`pictures/${index}.png`, 6 * MIB]);
  expect(await exceededLimits(HOSTS, folder, files(...all))).toEqual([
    "Azure Static Web Apps takes at most 250.0 MiB in all on its free plan: there are 300.0 MiB.",
  ]);
});

it("too many rules and too long lines in _headers are reported, with the line", async () => {
  const rule = (index: number) => `/${index}/*\n  X-Name: value\n`;
  writeFileSync(join(folder, "_headers"), `${Array.from({ length: 101 }, (_, index) => rule(index)).join("\n")}`);
  expect(await exceededLimits(HOSTS, folder, files())).toEqual([
    "Cloudflare Pages takes at most 100 rules in _headers: there are 101.",
  ]);
  writeFileSync(join(folder, "_headers"), `/*\n  X-Name: ${"v".repeat(1991)}\n`);
  expect(await exceededLimits(HOSTS, folder, files())).toEqual([
    "Cloudflare Pages takes lines of at most 2,000 characters in _headers: line 2 has 2,001.",
  ]);
});

it("too many and too long redirects are reported", async () => {
  const moved = Array.from({ length: 2001 }, (_, index) => `/${index}/ /new/ 301\n`).join("");
  writeFileSync(join(folder, "_redirects"), `${moved}/long/ https://elsewhere.example/${"a".repeat(1000)} 301\n`);
  expect(await exceededLimits(HOSTS, folder, files())).toEqual([
    "Cloudflare Pages takes at most 2,000 redirects: there are 2,002.",
    "Cloudflare Pages takes lines of at most 1,000 characters in _redirects: line 2,002 has 1,037.",
  ]);
});

it("redirects left out of a host’s file are reported", async () => {
  writeFileSync(join(folder, "_redirects"), Array.from({ length: 300 }, (_, index) => `/${index}/ /new/ 301\n`).join(""));
  writeAzureAndVercel(200);
  expect(await exceededLimits(HOSTS, folder, files())).toEqual([
    "Azure Static Web Apps takes only 200 of 300 redirects in staticwebapp.config.json: the others work by their pages alone.",
    "Vercel takes only 200 of 300 redirects in vercel.json: the others work by their pages alone.",
  ]);
});
