import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { THEME_COLOR } from "../../src/model/assets.ts";
import { type SiteSettings, siteSchema } from "../../src/model/site.ts";
import { APP_MANIFEST } from "../../src/model/urls.ts";
import { type BuiltAssets, buildAssets } from "../../src/node/pipeline/assets/build-assets.ts";
import { mediaType } from "../../src/node/publish/hosts/media-types.ts";
import { appManifest } from "../../src/syndication/app-manifest.ts";
import { CALENDAR, ECONOMY, POLITICS } from "./sample-story.ts";

const ROOT = join(import.meta.dirname, "../..");
const ICONS = { apple: "/assets/icon-180-a.png", small: "/assets/icon-192-b.png", large: "/assets/icon-512-c.png" } as const;

function manifestOf(differences: Partial<SiteSettings> = {}) {
  const site = siteSchema.parse({
    name: "The Paper",
    tagline: "All news",
    description: "News of “all” kinds & more.",
    ...CALENDAR,
    sections: [POLITICS, ECONOMY],
    ...differences,
  });
  return JSON.parse(appManifest(site, { appIcons: ICONS }));
}

/** Every address in it. */
function addressesIn({ start_url, scope, icons, shortcuts, share_target }: ReturnType<typeof manifestOf>): readonly string[] {
  return [
    start_url,
    scope,
    share_target.action,
    ...icons.map(({ src }: { src: string }) => src),
    ...shortcuts.map(({ url }: { url: string }) => url),
  ];
}

describe("the web app manifest", () => {
  it("has what browsers require of an installable app", () => {
    expect(manifestOf()).toMatchObject({
      name: "The Paper",
      short_name: "The Paper",
      description: "News of “all” kinds & more.",
      lang: "en-GB",
      dir: "auto",
      display: "standalone",
      background_color: THEME_COLOR.light,
      theme_color: THEME_COLOR.light,
      categories: ["news", "business"],
    });
    const kinds = manifestOf().icons.map(({ sizes, purpose }: { sizes: string; purpose: string }) => `${sizes} ${purpose}`);
    expect(kinds).toEqual(["192x192 any", "512x512 any", "512x512 maskable"]);
  });

  it.each(["https://example.org/app.webmanifest", "https://example.org/news/app.webmanifest"])(
    "holds wherever the publication lies, as at %s",
    (base) => {
      const root = new URL(".", base).href;
      const addresses = addressesIn(manifestOf()).map((address) => new URL(address, base).href);
      expect(addresses.filter((address) => !address.startsWith(root))).toEqual([]);
      expect(new URL(manifestOf().start_url, base).href).toBe(root);
      expect(addresses).toContain(`${root}search/`);
    },
  );

  it("has no id: it would be relative to the host, and the same for every publication on it", () => {
    expect(manifestOf()).not.toHaveProperty("id");
  });

  it("has shortcuts to the search and every section, and searches for text that is shared with it", () => {
    expect(manifestOf().shortcuts.map(({ url }: { url: string }) => url)).toEqual(["search/", "politics/", "economy/"]);
    expect(manifestOf().share_target).toMatchObject({ action: "search/", method: "GET", params: { text: "q" } });
  });

  it("has no short name that would be truncated", () => {
    expect(manifestOf({ name: "The Economic Observer" })).not.toHaveProperty("short_name");
  });

  it("is served with its media type", () => {
    expect(mediaType(APP_MANIFEST)).toBe("application/manifest+json");
  });
});

it("has the background colours of the design tokens", () => {
  const tokens = readFileSync(join(ROOT, "src/styles/tokens.css"), "utf8");
  expect(tokens).toContain(`--paper: light-dark(${THEME_COLOR.light}, ${THEME_COLOR.dark});`);
});

describe("the icons of the app", () => {
  let assets: BuiltAssets;
  beforeAll(async () => {
    assets = await buildAssets(ROOT, join(ROOT, ".cache/fonts"), "0123456789", true);
  });

  it.each([
    ["apple", 180],
    ["small", 192],
    ["large", 512],
  ] as const)("%s: a square of %i pixels that nothing shines through", async (name, widthPx) => {
    const bytes = assets.files.get(assets.appIcons[name]);
    const { format, width, height } = await sharp(bytes).metadata();
    expect({ format, width, height }).toEqual({ format: "png", width: widthPx, height: widthPx });
    expect((await sharp(bytes).stats()).isOpaque).toBe(true);
  });

  it("have their content in the safe zone of masks, a circle of four fifths of the width", async () => {
    const { data, info } = await sharp(assets.files.get(assets.appIcons.large))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const ground = data.subarray(0, 3);
    const isGround = (index: number): boolean => data.subarray(3 * index, 3 * index + 3).equals(ground);
    const distances = Array.from({ length: info.width * info.height }, (_, index) =>
      isGround(index) ? 0 : Math.hypot((index % info.width) - 255.5, Math.floor(index / info.width) - 255.5),
    );
    const farthest = distances.reduce((most, distance) => Math.max(most, distance), 0);
    expect(farthest).toBeGreaterThan(100);
    expect(farthest).toBeLessThanOrEqual(0.4 * 512);
  });
});
