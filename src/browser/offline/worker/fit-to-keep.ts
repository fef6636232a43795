import type { SerwistPlugin } from "serwist";
import { keptCopy } from "../../../formats/offline/stored-copy.ts";

/** Keeps pages: only those that the server has and answers for. */
export const pagesOnly: SerwistPlugin = {
  cacheWillUpdate: async ({ response }) => (isFound(response) && isHtml(response) ? keptCopy(response, Date.now()) : null),
};

/** Keeps anything but pages, and gives none where a file was asked for: some hosts answer so for what they do not have. */
export const filesOnly: SerwistPlugin = {
  fetchDidSucceed: async ({ response }) => (response.ok && isHtml(response) ? Response.error() : response),
  cacheWillUpdate: async ({ response }) => (isFound(response) && !isHtml(response) ? keptCopy(response, Date.now()) : null),
};

export function isHtml({ headers }: Response): boolean {
  return headers.get("Content-Type")?.startsWith("text/html") ?? false;
}

/** A part of a file, status 206, is not the file. */
export function isFound({ status, type }: Response): boolean {
  return status === 200 && (type === "basic" || type === "default");
}
