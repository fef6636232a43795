const SCHEMES = [
  ["", "System"],
  ["light", "Light"],
  ["dark", "Dark"],
] as const;

/** Overrides the colour scheme of the reader's system. A script shows and works it; without one it stays hidden. */
export function SchemeControl() {
  return (
    <fieldset class="scheme" data-scheme-control hidden>
      <legend>Colours</legend>
      {SCHEMES.map(([value, label]) => (
        <label>
          <input type="radio" name="scheme" value={value} /> {label}
        </label>
      ))}
    </fieldset>
  );
}
