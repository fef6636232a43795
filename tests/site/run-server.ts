import { type ChildProcess, spawn } from "node:child_process";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import type { Machine } from "../browser/chromium.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import type { Served, ServerKind } from "./host-servers.ts";

/** Program folders that may be missing from the PATH. */
const FOR_ROOT = ["/usr/local/sbin", "/usr/sbin"];

type Installer = Pick<Machine, "installsDebianPackages" | "isProgram" | "onThePath" | "run">;

/** Finds a server's program; on Debian as root, installs it if it is missing. */
export function findServer({ command, package: name }: ServerKind, machine: Installer): string | undefined {
  const there = (): string | undefined =>
    machine.onThePath(command) ?? FOR_ROOT.map((folder) => join(folder, command)).find(machine.isProgram);
  const found = there();
  if (found !== undefined || !machine.installsDebianPackages) return found;
  const quietly = ["DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", "apt-get", "install", "-y", "--no-install-recommends"];
  return machine.run("apt-get", "update") && machine.run("env", ...quietly, name) ? there() : undefined;
}

export interface RunningServer {
  /** Without a trailing slash. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Starts a server on a free local port, and waits until it responds. */
export async function startServer(
  kind: ServerKind,
  program: string,
  served: Pick<Served, "root" | "configuration">,
): Promise<RunningServer> {
  const own = temporaryFolder();
  const port = await freePort();
  const args = kind.prepare({ ...served, own, port });
  const output: string[] = [];
  const env = { ...process.env, HOME: own, XDG_DATA_HOME: own, XDG_CONFIG_HOME: own };
  const child = spawn(program, args, { cwd: own, env, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => output.push(text));
  const ended = new Promise<void>((resolve) => void child.once("exit", () => resolve()));
  await answering(child, port, output);
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

async function answering(child: ChildProcess, port: number, output: readonly string[]): Promise<void> {
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended before it answered: ${output.join("")}`);
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => setTimeout(resolve, 20, false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("No port."))));
    });
  });
}
