/** A labelled choice of one value of a filter. */
export const choice = (
  name: string,
  label: string,
  options: readonly (readonly [value: string, word: string])[],
  chosen: string,
) => (
  <label class="field">
    {label}
    <select name={name}>
      {options.map(([value, word]) => (
        <option value={value} selected={value === chosen}>
          {word}
        </option>
      ))}
    </select>
  </label>
);
