import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { ROOT } from "./build-site.ts";

it.each(["start", "dev"])("%s does not take --host", (command) => {
  const args = ["--import", "tsx", `src/node/commands/${command}.ts`, "--host", "nginx"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toBe("--host only works with `build`.\n");
});
