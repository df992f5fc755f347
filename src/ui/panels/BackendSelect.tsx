import type { BackendChoice } from '../../engine/engine.ts';
import { BACKENDS, type Backend } from '../../engine/protocol.ts';
import { useAnnotator, useEngine } from '../annotator.ts';
import { BACKEND_NAMES } from '../engine-words.ts';

const CHOICES: readonly BackendChoice[] = ['auto', ...BACKENDS];

export function BackendSelect() {
  const annotator = useAnnotator();
  const choice = useEngine((status) => status.choice);
  return (
    <label className="field">
      <span>Run on</span>
      <select
        value={choice}
        onChange={({ target }) => {
          const picked = CHOICES.find((name) => name === target.value);
          if (picked) void annotator.chooseBackend(picked);
        }}
      >
        {CHOICES.map((name) => (
          <option key={name} value={name}>
            {choiceName(name)}
          </option>
        ))}
      </select>
    </label>
  );
}

function choiceName(choice: BackendChoice): string {
  return choice === 'auto' ? 'Best available' : BACKEND_NAMES[choice satisfies Backend];
}
