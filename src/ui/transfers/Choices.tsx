interface Props<Value extends string> {
  readonly legend: string;
  /** By value, in order. */
  readonly words: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few. */
export function Choices<Value extends string>({ legend, words, value, onChange }: Props<Value>) {
  const values = Object.keys(words).filter((key): key is Value => key in words);
  return (
    <fieldset className="data-field choices">
      <legend>{legend}</legend>
      <div>
        {values.map((each) => (
          <label key={each}>
            <input
              type="radio"
              // Browsers never forget a group's name, so it must not be another one each time.
              name={legend}
              checked={each === value}
              onChange={() => onChange(each)}
            />
            {words[each]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
