import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";

const FOLDER = join(import.meta.dirname, "../../.github/workflows");

const workflowSchema = z.object({
  on: z.object({ push: z.object({ branches: z.array(z.string()) }), schedule: z.array(z.object({ cron: z.string() })).min(1) }),
  concurrency: z.object({ group: z.string() }),
  jobs: z.record(
    z.string(),
    z.object({
      if: z.string().optional(),
      needs: z.string().optional(),
      steps: z.array(
        z.object({ uses: z.string().optional(), run: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() }),
      ),
    }),
  ),
});

const read = (name: string) => workflowSchema.parse(parse(readFileSync(join(FOLDER, `${name}.yml`), "utf8")));

it.each([
  ["pages", "github-pages"],
  ["netlify", "netlify"],
])("the workflow %s runs where the repository’s variable HOST is %s, and nowhere else", (name, host) => {
  const { jobs } = read(name);
  const guarded = Object.entries(jobs).filter(([, job]) => job.if === `vars.HOST == '${host}'`);
  expect(guarded.length).toBe(1);
  for (const [id, job] of Object.entries(jobs))
    expect(
      guarded.some(([guard]) => guard === id || guard === job.needs),
      id,
    ).toBe(true);
});

it.each(["pages", "netlify"])("the workflow %s builds on push and on schedule, one run at a time", (name) => {
  const { on, concurrency, jobs } = read(name);
  expect(on.push.branches).toEqual(["main"]);
  expect(concurrency.group).toBe("publish");
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const commands = steps.flatMap(({ run }) => run ?? []);
  expect(commands.slice(0, 2)).toEqual(["npm ci", expect.stringMatching(/^npm run build\b/)]);
  for (const { uses } of steps) if (uses) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
});

it("GitHub Pages gets hidden files", () => {
  const upload = Object.values(read("pages").jobs)
    .flatMap((job) => job.steps)
    .find(({ uses }) => uses?.startsWith("actions/upload-pages-artifact@"));
  expect(upload?.with).toEqual({ path: "dist", "include-hidden-files": true });
});
