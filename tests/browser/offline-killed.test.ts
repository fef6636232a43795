import { describe, it } from "vitest";
import { killedDownloads } from "./killed-downloads.ts";

describe("a browser that is killed", () => {
  const run = killedDownloads();

  it("during a download and during an update has one complete edition or none, and completes both", () =>
    run({
      download: [{ after: 0.4, delayMs: 0 }],
      update: [
        { after: 0.4, delayMs: 5 },
        { after: "last request", delayMs: 10 },
      ],
    }));
});
