/** Lets readers ask charts for single figures. Pages without a chart load nothing. */
export function enableCharts(): void {
  if (!document.querySelector("market-chart")) return;
  import("./market-chart.ts").then(
    ({ MarketChart }) => customElements.define("market-chart", MarketChart),
    () => {}, // The chart is drawn all the same, and its figures are in a table.
  );
}
