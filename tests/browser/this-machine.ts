import { spawnSync } from "node:child_process";
import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import type { Machine } from "./chromium.ts";

/** The machine that the tests run on. */
export const thisMachine: Machine = {
  environment: process.env,
  installsDebianPackages: process.getuid?.() === 0 && isDebian(),
  playwrightsChromium: chromium.executablePath(),
  isProgram,
  onThePath: (command) =>
    (process.env.PATH ?? "")
      .split(delimiter)
      .map((folder) => join(folder, command))
      .find(isProgram),
  run: (command, ...args) => {
    process.stderr.write(`Not there yet: ${[command, ...args].join(" ")}\n`);
    return spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] }).status === 0;
  },
};

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** From the file that names the distribution (os-release(5)). */
function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}
