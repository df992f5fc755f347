import type { BackendChoice } from '../../engine/protocol.ts';
import { BACKENDS } from '../../engine/protocol.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useEngine } from '../kit/annotator.ts';
import { backendName } from './engine-words.ts';

const CHOICES: readonly BackendChoice[] = ['auto', ...BACKENDS];

export function BackendSelect() {
  const annotator = useAnnotator();
  const choice = useEngine((status) => status.choice);
  return (
    <label className="field">
      <span>{t('modelPanel.backend.label')}</span>
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
  return choice === 'auto' ? t('modelPanel.backend.auto') : backendName(choice);
}
