import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { brokenLimits } from "../../src/node/publish/hosts/host-limits.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const MIB = 1024 * 1024;
const folder = temporaryFolder();

beforeEach(() => {
  writeFileSync(join(folder, "_headers"), "/*\n  X-Content-Type-Options: nosniff\n");
  writeFileSync(join(folder, "_redirects"), "");
  takenByAzureAndVercel(3000);
});

/** As many redirects as these hosts would have in their files. */
function takenByAzureAndVercel(count: number): void {
  const all = (redirect: object) => JSON.stringify(Array.from({ length: count }, () => redirect));
  writeFileSync(join(folder, "staticwebapp.config.json"), all({ redirect: "/new/" }));
  writeFileSync(join(folder, "vercel.json"), all({ destination: "/new/" }));
}

const files = (...sizes: readonly (readonly [string, number])[]) => new Map<string, number>(sizes);

it("nothing is said of an edition that every host takes", async () => {
  const all = Array.from({ length: 20_000 }, (_, index): [string, number] => [`${index}.html`, 1000]);
  expect(await brokenLimits(folder, files(...all))).toEqual([]);
  expect(await brokenLimits(folder, files(["pictures/large.png", 25 * MIB]))).toEqual([]);
});

it("more files than a host takes are told with both numbers", async () => {
  const all = Array.from({ length: 20_001 }, (_, index): [string, number] => [`${index}.html`, 1000]);
  expect(await brokenLimits(folder, files(...all))).toEqual([
    "Cloudflare Pages takes at most 20,000 files on its free plan: there are 20,001.",
  ]);
});

it("a file larger than a host takes is named, whichever host it is", async () => {
  expect(await brokenLimits(folder, files(["index.html", 1], ["pictures/large.png", 101 * MIB]))).toEqual([
    "Cloudflare Pages takes files of at most 25.0 MiB: pictures/large.png has 101.0 MiB.",
    "GitHub Pages takes files of at most 100.0 MiB: pictures/large.png has 101.0 MiB.",
  ]);
});

it("an edition larger than a host takes is told", async () => {
  const all = Array.from({ length: 50 }, (_, index): [string, number] => [`pictures/${index}.png`, 6 * MIB]);
  expect(await brokenLimits(folder, files(...all))).toEqual([
    "Azure Static Web Apps (free) takes at most 250.0 MiB in all: there are 300.0 MiB.",
  ]);
});

it("more rules and longer lines than Cloudflare takes are told, with the line", async () => {
  const rule = (index: number) => `/${index}/*\n  X-Name: value\n`;
  writeFileSync(join(folder, "_headers"), `${Array.from({ length: 101 }, (_, index) => rule(index)).join("\n")}`);
  expect(await brokenLimits(folder, files())).toEqual(["Cloudflare Pages takes at most 100 rules in _headers: there are 101."]);
  writeFileSync(join(folder, "_headers"), `/*\n  X-Name: ${"v".repeat(1991)}\n`);
  expect(await brokenLimits(folder, files())).toEqual([
    "Cloudflare Pages takes lines of at most 2,000 characters in _headers: line 2 has 2,001.",
  ]);
});

it("more redirects and longer ones than Cloudflare takes are told", async () => {
  const moved = Array.from({ length: 2001 }, (_, index) => `/${index}/ /new/ 301\n`).join("");
  writeFileSync(join(folder, "_redirects"), `${moved}/long/ https://elsewhere.example/${"a".repeat(1000)} 301\n`);
  expect(await brokenLimits(folder, files())).toEqual([
    "Cloudflare Pages takes at most 2,000 redirects: there are 2,002.",
    "Cloudflare Pages takes lines of at most 1,000 characters in _redirects: line 2,002 has 1,037.",
  ]);
});

it("redirects that do not fit into a host’s file are told", async () => {
  writeFileSync(join(folder, "_redirects"), Array.from({ length: 300 }, (_, index) => `/${index}/ /new/ 301\n`).join(""));
  takenByAzureAndVercel(200);
  expect(await brokenLimits(folder, files())).toEqual([
    "Azure Static Web Apps takes no more than 200 of 300 redirects in staticwebapp.config.json: the rest have their pages alone.",
    "Vercel takes no more than 200 of 300 redirects in vercel.json: the rest have their pages alone.",
  ]);
});
