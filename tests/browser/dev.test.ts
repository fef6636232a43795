import { spawn } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { writeTree } from "../site/build-site.ts";
import { copyProject } from "../site/project-copy.ts";

const story = (title: string, text = "Prices rose."): string => `---
title: ${title}
standfirst: A standfirst.
section: economy
published: 2026-01-07T09:30:00-05:00
authors: [desk]
---

${text}
`;

let root: string;
let address: string;
let browser: Browser;
let page: Page;
let stop: () => void;

const article = (name: string): string => `src/content/articles/${name}.md`;
const write = (path: string, text: string): void => writeTree(root, [[path, text]]);
const alert = () => page.getByRole("alert");
const goTo = (path: string) => page.goto(address + path);
/** The status of a page once it is the expected one; each rebuild takes some seconds. */
const status = (path: string) => expect.poll(async () => (await fetch(address + path)).status);

beforeAll(async () => {
  root = copyProject([
    ["src/content/authors.yaml", "desk: { name: Desk, description: We write. }\n"],
    ["src/content/topics.yaml", "{}\n"],
    [article("first"), story("We are #1 in trade")],
    [article("second"), story("The second story")],
  ]);
  const child = spawn(process.execPath, ["--import", "tsx", "src/node/commands/dev.ts"], { cwd: root });
  stop = () => child.kill("SIGKILL");
  child.stdout.resume();
  address = await new Promise((resolve, reject) => {
    let printed = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      printed += text;
      const [url] = /http:\/\/localhost:\d+\//.exec(printed) ?? [];
      if (url) resolve(url);
    });
    child.once("close", () => reject(new Error(printed)));
  });
  browser = await chromium.connect(inject("browserEndpoint"));
  page = await browser.newPage();
});

afterAll(async () => {
  stop();
  await browser.close();
});

it("shows the errors of a site that has no pages yet at every address, and the site once they are mended", async () => {
  await goTo("2026/01/07/first/");
  expect(await alert().innerText()).toContain("articles/first.md:2  title  ends at");
  write(article("first"), story('"We are #1 in <b> trade'));
  await expect.poll(() => alert().innerText()).not.toContain("ends at");
  write(article("first"), story('"We are #1 in trade"'));
  await page.getByRole("heading", { name: "We are #1 in trade" }).waitFor();
  expect(await alert().count()).toBe(0);
});

it("shows errors over the page as text, until they are mended", async () => {
  await goTo("2026/01/07/first/");
  write(article("first"), story("The first story", 'It has <b class="x">markup</b>.'));
  await alert().waitFor();
  expect(await alert().innerText()).toContain("articles/first.md:9");
  expect(await alert().innerText()).toContain("<b");
  expect(await alert().locator("b").count()).toBe(0);
  write(article("first"), story("The first story"));
  await page.getByRole("heading", { name: "The first story" }).waitFor();
  await expect.poll(() => alert().count()).toBe(0);
});

it("removes the page of a deleted story, and moves that of a renamed one", async () => {
  rmSync(join(root, article("second")));
  await status("2026/01/07/second/").toBe(404);
  renameSync(join(root, article("first")), join(root, article("renamed")));
  await status("2026/01/07/renamed/").toBe(200);
  await status("2026/01/07/first/").toBe(404);
  await goTo("economy/");
  await expect.poll(() => page.getByRole("main").innerText()).not.toContain("The second story");
  expect(await page.getByRole("main").innerText()).toContain("The first story");
});

it("adds the page of a new story", async () => {
  await status("2026/01/07/third/").toBe(404);
  write(article("third"), story("The third story"));
  await status("2026/01/07/third/").toBe(200);
});

it("publishes nothing", () => {
  expect(existsSync(join(root, "dist"))).toBe(false);
});
