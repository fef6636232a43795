import { element } from "../../src/node/media/social-cards/svg.ts";
import { FRAME } from "./palette.ts";

/** A whole picture: its ground reaches every edge, so that it stands on a light page as well as on a dark one. */
export function picture(ground: string, ...children: readonly string[]): string {
  const { width, height } = FRAME;
  const body = [element("rect", { width, height, fill: ground }), ...children].filter((child) => child !== "");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">\n${body.join("\n")}\n</svg>\n`;
}
