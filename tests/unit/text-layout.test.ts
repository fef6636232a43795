import { describe, expect, it } from "vitest";
import { balancedLines, fitHeadline } from "../../src/node/media/social-cards/text-layout.ts";

/** Half an em per character: monospaced. */
const measure = (text: string): number => text.length / 2;
const BOX = { width: 1056, height: 314 };

describe("balanced lines", () => {
  it("are as few and as even as possible", () => {
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

  it("have every word once and in order, and fit the width", () => {
    const text = "One two three four five six seven eight nine ten eleven twelve";
    for (let maxWidth = 4; maxWidth < 32; maxWidth++) {
      const lines = balancedLines(text, maxWidth, measure);
      expect(lines.join(" ")).toBe(text);
      for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(maxWidth);
    }
  });

  it("break after hyphens and dashes within words, but not within a range of years", () => {
    expect(balancedLines("a most-favoured-nation clause", 8, measure)).toEqual(["a most-favoured-", "nation clause"]);
    expect(balancedLines("the budget of 2026–27", 8, measure).join("|")).toContain("2026–27");
  });

  it("do not break at no-break spaces", () => {
    expect(balancedLines("a rise of 3\u00A0per\u00A0cent", 7, measure)).toEqual(["a rise of", "3\u00A0per\u00A0cent"]);
  });

  it("break a word that is wider than a line", () => {
    const lines = balancedLines("x".repeat(50), 8, measure);
    expect(lines.join("")).toBe("x".repeat(50));
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(16);
  });
});

describe("the size of a headline", () => {
  it("decreases with its length, so that it never needs a fifth line", () => {
    const sizes = [1, 4, 8, 12, 16, 20].map((words) => {
      const text = Array.from({ length: words }, () => "prices")
        .join(" ")
        .slice(0, 120);
      const { lines, sizePx } = fitHeadline(text, BOX, measure);
      expect(lines.length).toBeLessThanOrEqual(4);
      expect(lines.length * sizePx * 1.08).toBeLessThanOrEqual(BOX.height);
      return sizePx;
    });
    expect(sizes[0]).toBe(96);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes.at(-1)).toBeGreaterThanOrEqual(48);
  });

  it("is small enough for 120 wide characters without a space", () => {
    const { lines, sizePx } = fitHeadline("W".repeat(120), BOX, (text) => text.length);
    expect(lines.length).toBeLessThanOrEqual(4);
    for (const line of lines) expect(line.length * sizePx).toBeLessThanOrEqual(BOX.width);
  });
});
