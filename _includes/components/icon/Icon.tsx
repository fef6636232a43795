const SHAPES = {
  menu: "M3 6h18M3 12h18M3 18h18",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.3 15.3 21 21",
  close: "M5 5l14 14M19 5 5 19",
} as const;

/** A decorative icon beside a label, hidden from assistive technology. */
export function Icon({ shape }: { shape: keyof typeof SHAPES }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[shape]} />
    </svg>
  );
}
