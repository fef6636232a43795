import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type FolderServer, serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { writeTree } from "../site/build-site.ts";
import { temporaryFolder } from "../temporary-folder.ts";

let server: FolderServer;

beforeAll(async () => {
  const parent = temporaryFolder();
  writeTree(parent, [
    ["secret.txt", "SECRET"],
    ["site-other/secret.txt", "SECRET"],
    ["site/404.html", "Not here"],
    ["site/politics/index.html", "Politics"],
    ["site/größe/index.html", "Size"],
    ["site/.env", "SECRET"],
    ["site/.git/index.html", "SECRET"],
    ["site/.well-known/security.txt", "Contact"],
    ["site/.well-known/.env", "SECRET"],
  ]);
  server = await serveFolder(join(parent, "site"), 0);
});

afterAll(() => server.close());

/** Sends a path unchanged, and returns the whole response. */
async function ask(path: string): Promise<string> {
  const socket = connect(Number(new URL(server.address).port), "localhost");
  await once(socket, "connect");
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

it.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/.%2e/secret.txt",
  "/..%2fsecret.txt",
  "/%2f..%2fsecret.txt",
  "/%2f..",
  "/politics%2f..%2f..%2fsecret.txt",
  "/politics/..%2f..",
  "/..%5csecret.txt",
  "/politics%5c..%5c..%5csecret.txt",
  "/%2e%2e%2fsite-other/secret.txt",
  "/%00",
  "/politics%00",
  "//politics",
  "/%2fpolitics",
  "/%5cpolitics",
  "/politics%0d%0aX:y",
  "/.env",
  "/%2eenv",
  "/politics/%2e%2e/.env",
  "/.git",
  "/.git/",
  "/.well-known/.env",
  "/%E0%A4%A",
])("%s reaches neither hidden files, nor files outside the folder, nor another host", async (path) => {
  expect(await ask(path)).toMatch(/^HTTP\/1\.1 404 .*Not here/s);
});

it("a folder without a trailing slash redirects to the URL with it", async () => {
  expect(await ask("/politics")).toMatch(/^HTTP\/1\.1 301 .*location: \/politics\/\r\n/is);
  expect(await ask("/politics/")).toMatch(/^HTTP\/1\.1 200 .*Politics/s);
});

it.each([
  ["/politics?q=oil%20price&a=b&a=c", "/politics/?q=oil%20price&a=b&a=c"],
  ["/politics?q=//elsewhere.example", "/politics/?q=//elsewhere.example"],
  ["/gr%C3%B6%C3%9Fe?q=1", "/gr%C3%B6%C3%9Fe/?q=1"],
  ["/politics?", "/politics/"],
])("%s redirects to %s", async (path, location) => {
  const { 1: sent } = /^location: (.*)\r$/im.exec(await ask(path)) ?? [];
  expect(sent).toBe(location);
});

it("serves what is in .well-known", async () => {
  expect(await ask("/.well-known/security.txt")).toMatch(/^HTTP\/1\.1 200 .*Contact/s);
});
