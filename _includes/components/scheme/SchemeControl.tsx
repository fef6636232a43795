const SCHEMES = [
  ["", "System"],
  ["light", "Light"],
  ["dark", "Dark"],
] as const;

/** Overrides the system's colour scheme. Hidden until a script enables it. */
export function SchemeControl() {
  return (
    <fieldset class="scheme" data-scheme-control hidden>
      <legend>Theme</legend>
      {SCHEMES.map(([value, label]) => (
        <label>
          <input type="radio" name="scheme" value={value} /> {label}
        </label>
      ))}
    </fieldset>
  );
}
