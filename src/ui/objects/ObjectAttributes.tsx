import { X } from 'lucide-react';
import type { ClassAttribute, ObjectAttribute } from '../../document/classes.ts';
import type { MaskObject } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useDocument } from '../kit/annotator.ts';
import { CommitField } from '../kit/CommitField.tsx';
import { IconButton } from '../kit/IconButton.tsx';

/** What its class asks, and whatever else was filled in before or came with labels. */
export function ObjectAttributes({ object }: { readonly object: MaskObject }) {
  const annotator = useAnnotator();
  const asked = useDocument(
    ({ classes }) => classes.find(({ id }) => id === object.classId)?.attributes,
  );
  const isAsked = (name: string) => asked?.some((attribute) => attribute.name === name);
  const others = object.attributes.filter(([name]) => !isAsked(name));
  return (
    <>
      {asked?.map((attribute) => (
        <Answer key={attribute.name} object={object} attribute={attribute} />
      ))}
      {others.map(([name, value]) => (
        <div key={name} className="field">
          <span className="field-name">{name}</span>
          <span className="object-other">
            {wordsOf(value)}
            <IconButton
              icon={X}
              label={t('objects.answers.remove', { name })}
              tip="left"
              disabled={object.isLocked}
              onClick={() => annotator.setObjectAttribute(object.id, name, null)}
            />
          </span>
        </div>
      ))}
    </>
  );
}

interface AnswerProps {
  readonly object: MaskObject;
  readonly attribute: ClassAttribute;
}

function Answer({ object, attribute }: AnswerProps) {
  const annotator = useAnnotator();
  const { name, kind, choices } = attribute;
  const value = object.attributes.find((pair) => pair[0] === name)?.[1];
  const set = (answer: ObjectAttribute[1] | null) =>
    annotator.setObjectAttribute(object.id, name, answer);
  const words = value === undefined ? '' : wordsOf(value);
  const chosen = value === undefined ? '' : choiceOf(value);
  if (kind === 'text') {
    return (
      <div className="field">
        <span className="field-name">{name}</span>
        <CommitField
          key={object.id}
          label={name}
          value={words}
          isDisabled={object.isLocked}
          onCommit={(text) => set(text === '' ? null : text)}
        />
      </div>
    );
  }
  const options = kind === 'choice' ? choices.map((choice) => [choice, choice] as const) : yesNo();
  return (
    <label className="field">
      <span className="field-name">{name}</span>
      <select
        value={chosen}
        disabled={object.isLocked}
        onChange={({ target }) => set(answerOf(kind, target.value))}
      >
        <option value="">{t('objects.answers.notSaid')}</option>
        {/* What was filled in before the choices changed must not look like something else. */}
        {chosen !== '' && !options.some(([choice]) => choice === chosen) && (
          <option value={chosen}>{words}</option>
        )}
        {options.map(([choice, shown]) => (
          <option key={choice} value={choice}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
}

function wordsOf(value: ObjectAttribute[1]): string {
  return typeof value === 'boolean'
    ? t(value ? 'objects.answers.yes' : 'objects.answers.no')
    : String(value);
}

/** The value of its option, the same in every language. */
function choiceOf(value: ObjectAttribute[1]): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

function yesNo(): readonly (readonly [choice: string, words: string])[] {
  return [true, false].map((value) => [choiceOf(value), wordsOf(value)]);
}

function answerOf(kind: ClassAttribute['kind'], choice: string): ObjectAttribute[1] | null {
  if (choice === '') return null;
  return kind === 'yes-no' && (choice === 'yes' || choice === 'no') ? choice === 'yes' : choice;
}
