import { describe, expect, it } from "vitest";
import { balancedLines } from "../../src/node/media/social-cards/balanced-lines.ts";
import { fitHeadline } from "../../src/node/media/social-cards/fit-headline.ts";

/** Half an em a character, as in a typewriter. */
const measure = (text: string): number => text.length / 2;
const ROOM = { width: 1056, height: 314 };

describe("the lines of a headline", () => {
  it("are as few as can be and as even as they can be", () => {
    expect(balancedLines("What the American debt limit does, and what it does not", 10.5, measure)).toEqual([
      "What the American",
      "debt limit does, and",
      "what it does not",
    ]);
    expect(balancedLines("What the American debt limit does, and what it does not", 20, measure)).toEqual([
      "What the American debt limit",
      "does, and what it does not",
    ]);
    expect(balancedLines("Gold", 14, measure)).toEqual(["Gold"]);
  });

  it("hold every word once and in order, and none is wider than the room", () => {
    const text = "One two three four five six seven eight nine ten eleven twelve";
    for (let widest = 4; widest < 32; widest++) {
      const lines = balancedLines(text, widest, measure);
      expect(lines.join(" ")).toBe(text);
      for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(widest);
    }
  });

  it("end after a hyphen or dash where a word has one, and not within a span of years", () => {
    expect(balancedLines("a most-favoured-nation clause", 8, measure)).toEqual(["a most-favoured-", "nation clause"]);
    expect(balancedLines("the budget of 2026–27", 8, measure).join("|")).toContain("2026–27");
  });

  it("never end at a no-break space", () => {
    expect(balancedLines("a rise of 3\u00A0per\u00A0cent", 7, measure)).toEqual(["a rise of", "3\u00A0per\u00A0cent"]);
  });

  it("cut a word that is wider than the room", () => {
    const lines = balancedLines("x".repeat(50), 8, measure);
    expect(lines.join("")).toBe("x".repeat(50));
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(16);
  });
});

describe("the size of a headline", () => {
  it("steps down as the headline grows, and never needs a fifth line", () => {
    const sizes = [1, 4, 8, 12, 16, 20].map((words) => {
      const text = Array.from({ length: words }, () => "prices")
        .join(" ")
        .slice(0, 120);
      const { lines, sizePx } = fitHeadline(text, ROOM, measure);
      expect(lines.length).toBeLessThanOrEqual(4);
      expect(lines.length * sizePx * 1.08).toBeLessThanOrEqual(ROOM.height);
      return sizePx;
    });
    expect(sizes[0]).toBe(96);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes.at(-1)).toBeGreaterThanOrEqual(48);
  });

  it("is small enough for 120 characters that never end", () => {
    const { lines, sizePx } = fitHeadline("W".repeat(120), ROOM, (text) => text.length);
    expect(lines.length).toBeLessThanOrEqual(4);
    for (const line of lines) expect(line.length * sizePx).toBeLessThanOrEqual(ROOM.width);
  });
});
