import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../words/words.ts';
import { IconButton } from './IconButton.tsx';

interface Props {
  readonly name: string;
  readonly disabled: boolean;
  readonly onRemove: () => void;
}

/** Asks once more, in its own place: what is removed has to be loaded from a file again. */
export function RemoveButton({ name, disabled, onRemove }: Props) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <IconButton
        icon={Trash2}
        label={t('modelPanel.sets.remove', { name })}
        tip="left"
        disabled={disabled}
        onClick={() => setAsking(true)}
      />
    );
  }
  return (
    <span className="model-set-ask">
      <button
        type="button"
        className="button quiet"
        onClick={() => {
          setAsking(false);
          onRemove();
        }}
      >
        {t('modelPanel.sets.reallyRemove')}
      </button>
      <button type="button" className="button quiet" onClick={() => setAsking(false)}>
        {t('modelPanel.sets.keep')}
      </button>
    </span>
  );
}
