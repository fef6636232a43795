/** The digits that survive in a binary fraction, whatever the number (IEEE 754); what a calculation adds lies behind them. */
const EXACT_DIGITS = 15;
/** A number of so many characters has no more digits than that behind its point. */
const SHORT = EXACT_DIGITS + 1;
const format = new Intl.NumberFormat("en", { useGrouping: false, maximumSignificantDigits: EXACT_DIGITS });

/** A number as every program reads it: digits and perhaps a point, never an exponent; up to 15 digits, each as published. */
export function plainNumber(value: number): string {
  const text = String(value);
  return text.length <= SHORT && !text.includes("e") ? text : format.format(value);
}
