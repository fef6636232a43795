import type { PathCommand } from "opentype.js";

/** An outline of quadratic curves as path data in whole units. The font's many points that coincide are dropped. */
export function outline(commands: readonly PathCommand[]): string {
  let written = "";
  let x = 0;
  let y = 0;
  for (const command of commands) {
    if (command.type === "Z") {
      written += "Z";
      continue;
    }
    const [toX, toY] = [Math.round(command.x), Math.round(command.y)];
    if (command.type !== "M" && toX === x && toY === y) continue;
    if (command.type === "M") written += `M${numbers(toX, toY)}`;
    if (command.type === "L") written += `l${numbers(toX - x, toY - y)}`;
    if (command.type === "Q") written += `q${numbers(Math.round(command.x1) - x, Math.round(command.y1) - y, toX - x, toY - y)}`;
    if (command.type === "C")
      throw new Error("The site's fonts have quadratic outlines; a cubic one needs its own command here.");
    [x, y] = [toX, toY];
  }
  return written;
}

function numbers(...values: readonly number[]): string {
  return values.join(" ").replaceAll(" -", "-");
}
