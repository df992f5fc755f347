import { Plus, X } from 'lucide-react';
import type { ClassAttribute, ObjectClass } from '../../document/classes.ts';
import { t } from '../../words/words.ts';
import { useAnnotator } from '../kit/annotator.ts';
import { CommitField } from '../kit/CommitField.tsx';
import { IconButton } from '../kit/IconButton.tsx';

const KINDS = ['text', 'choice', 'yes-no'] as const;

/** What is asked about every object of the class. */
export function AttributesEditor({ one }: { readonly one: ObjectClass }) {
  const annotator = useAnnotator();
  const { id, attributes } = one;
  return (
    <fieldset className="attributes">
      <legend>{t('classes.attributes.title')}</legend>
      {attributes.map((attribute, i) => (
        <AttributeRow
          key={attribute.name}
          attribute={attribute}
          onChange={(edited) => annotator.setClassAttribute(id, i, edited)}
        />
      ))}
      <button
        type="button"
        className="button quiet"
        onClick={() => {
          const name = freeName(attributes);
          annotator.setClassAttribute(id, attributes.length, { name, kind: 'text', choices: [] });
        }}
      >
        <Plus aria-hidden size={14} /> {t('classes.attributes.add')}
      </button>
    </fieldset>
  );
}

interface RowProps {
  readonly attribute: ClassAttribute;
  /** Null: it goes. */
  readonly onChange: (attribute: ClassAttribute | null) => void;
}

function AttributeRow({ attribute, onChange }: RowProps) {
  const { name, kind, choices } = attribute;
  return (
    <div className="attribute">
      <CommitField
        label={t('classes.attributes.name')}
        value={name}
        onCommit={(text) => text.trim() && onChange({ ...attribute, name: text.trim() })}
      />
      <select
        aria-label={t('classes.attributes.kindOf', { name })}
        value={kind}
        onChange={({ target }) => {
          const chosen = KINDS.find((one) => one === target.value);
          if (chosen) onChange({ ...attribute, kind: chosen });
        }}
      >
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`classes.attributes.kinds.${one}`)}
          </option>
        ))}
      </select>
      <IconButton
        icon={X}
        label={t('classes.attributes.remove', { name })}
        tip="left"
        onClick={() => onChange(null)}
      />
      {kind === 'choice' && (
        <CommitField
          label={t('classes.attributes.choicesOf', { name })}
          value={choices.join(', ')}
          placeholder={t('classes.attributes.choicesExample')}
          onCommit={(text) => onChange({ ...attribute, choices: choicesIn(text) })}
        />
      )}
    </div>
  );
}

/** "red, green": each once. */
function choicesIn(text: string): readonly string[] {
  const words = text.split(',').map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

function freeName(attributes: readonly ClassAttribute[]): string {
  const taken = new Set(attributes.map(({ name }) => name));
  let number = attributes.length + 1;
  while (taken.has(t('classes.attributes.new', { number }))) number++;
  return t('classes.attributes.new', { number });
}
