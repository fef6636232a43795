import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/lib/format-error.ts";
import { parseSettings } from "../../src/node/pipeline/settings.ts";

const NOW = DateTime.fromISO("2026-01-07T12:00:00Z");
const settings = (...args: readonly string[]) => parseSettings(args, "/home/paper", NOW);

describe("the flags of a build", () => {
  it("may all be left out", () => {
    expect(settings()).toEqual({
      root: "/home/paper",
      contentFolder: "/home/paper/src/content",
      marketsFolder: "/home/paper/_data/markets",
      outFolder: "/home/paper/dist",
      cacheFolder: "/home/paper/.cache",
      asOf: NOW,
      now: NOW,
      siteUrl: undefined,
      record: false,
      precompress: false,
      retireOffline: false,
      host: undefined,
    });
  });

  it("name folders by relative or absolute paths", () => {
    expect(settings("--content", "archive", "--out", "/var/www")).toMatchObject({
      contentFolder: "/home/paper/archive",
      outFolder: "/var/www",
    });
  });

  it("set the clock to an instant, whatever its offset", () => {
    expect(settings("--as-of", "2025-12-31T23:40:00-05:00").asOf.toMillis()).toBe(Date.parse("2026-01-01T04:40:00Z"));
  });

  it("set the address, or remove it", () => {
    expect(settings("--site-url", "https://example.org/news/").siteUrl).toBe("https://example.org/news/");
    expect(settings("--site-url", "").siteUrl).toBe("");
    expect(settings("--site-url=http://localhost:8080").siteUrl).toBe("http://localhost:8080");
  });

  it("can ask to record published URLs", () => {
    expect(settings("--record").record).toBe(true);
  });

  it("can ask for precompressed files", () => {
    expect(settings("--precompress").precompress).toBe(true);
  });

  it("can end offline reading", () => {
    expect(settings("--retire-offline").retireOffline).toBe(true);
  });

  it.each(["nginx", "caddy", "firebase", "s3"])("can ask for the configuration of %s", (host) => {
    expect(settings("--host", host).host?.id).toBe(host);
  });

  it.each<[string, readonly string[], RegExp]>([
    ["an unknown flag", ["--contents", "a"], /'--contents'[\s\S]*--content DIR/],
    ["a positional argument", ["dist"], /'dist'[\s\S]*--out DIR/],
    ["a flag without a value", ["--out"], /--out <value>/],
    ["a flag as a value", ["--out", "--content"], /--out/],
    ["an empty content folder", ["--content", ""], /--content names no folder/],
    ["an empty output folder", ["--out", ""], /--out names no folder/],
    ["an unknown host", ["--host", "netlfy"], /--host netlfy is none of nginx, caddy, firebase, s3/],
    ["a host named like an object property", ["--host", "constructor"], /--host constructor is none of nginx/],
    ["an empty host", ["--host", ""], /--host {2}is none of nginx/],
    ["a clock without an offset", ["--as-of", "2026-01-07T09:30:00"], /--as-of 2026-01-07T09:30:00 is not an instant.*such as/],
    ["a clock with a date only", ["--as-of", "2026-01-07"], /--as-of 2026-01-07 is not an instant/],
    ["an empty clock", ["--as-of", ""], /--as-of {2}is not an instant/],
    ["an address without a scheme", ["--site-url", "example.org"], /--site-url example.org is not an http or https address/],
    ["an address of another scheme", ["--site-url", "ftp://example.org/"], /not an http or https address/],
    ["the project as output", ["--out", "."], /--out \. contains the project itself/],
    ["a parent of the project as output", ["--out", ".."], /--out \.\. contains the project itself/],
  ])("cannot have %s", (_, args, message) => {
    expect(() => settings(...args)).toThrow(UsageError);
    expect(() => settings(...args)).toThrow(message);
  });
});
