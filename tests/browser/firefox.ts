import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { connectBidi } from "./bidi.ts";
import { type FirefoxWindow, openFirefoxWindow, TROUBLE_EVENTS } from "./firefox-window.ts";

/** A Firefox without a screen, whose windows are driven by WebDriver BiDi. */
export interface Firefox {
  /** Opens a window with storage of its own. */
  open(): Promise<FirefoxWindow>;
  stop(): Promise<void>;
}

/**
 * Nothing leaves the machine: all other hosts lie behind a proxy that is not there. Icons of tabs, which nobody sees here, are
 * fetched after the page has loaded, and where a reader goes on before they are there, Firefox says that the worker has failed.
 */
const PREFERENCES: Readonly<Record<string, string | number | boolean>> = {
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 9,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 9,
  "network.proxy.failover_direct": false,
  "browser.chrome.site_icons": false,
};

/** @param profile an empty folder, for all that Firefox writes */
export async function startFirefox(program: string, profile: string): Promise<Firefox> {
  const preferences = Object.entries(PREFERENCES).map((preference) => `user_pref(${JSON.stringify(preference).slice(1, -1)});`);
  writeFileSync(join(profile, "user.js"), preferences.join("\n"));
  const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"];
  // Firefox refuses to run as root in the home of somebody else.
  const env = { ...process.env, HOME: profile };
  const child = spawn(program, args, { env, stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  try {
    return await drive(await endpointOf(child), () => ended.then(() => void process.off("exit", kill)));
  } catch (error) {
    kill();
    await ended;
    throw error;
  }
}

async function drive(endpoint: string, end: () => Promise<void>): Promise<Firefox> {
  const browser = await connectBidi(`${endpoint}/session`);
  await browser.send("session.new", { capabilities: {} });
  await browser.send("session.subscribe", { events: TROUBLE_EVENTS });
  return {
    open: () => openFirefoxWindow(browser),
    stop: async () => {
      await browser.send("browser.close", {});
      await end();
    },
  };
}

/** The WebDriver BiDi address that Firefox prints. Its output is read to the end, or Firefox would block on a full pipe. */
function endpointOf(child: ChildProcess): Promise<string> {
  let stderr = "";
  return new Promise((resolve, reject) => {
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      const endpoint = /^WebDriver BiDi listening on (ws:\S+)$/m.exec(stderr)?.[1];
      if (endpoint !== undefined) resolve(endpoint);
    });
    child.once("error", reject);
    child.once("close", () => reject(new Error(`Firefox exited before it accepted a connection: ${stderr}`)));
  });
}
