import { type ClickTimes, type Explanation, timesOf } from '../../app/prompts/explanation-file.ts';
import { t } from '../../words/words.ts';
import { formatFixed } from '../kit/format.ts';

/** With those that each is the sum of, as far as they were taken. */
const PARTS = [
  ['encode', ['encodePrepare', 'encodeEncoder', 'encodeRead']],
  ['total', ['queue', 'feeds', 'decoder', 'choice', 'mask', 'tidy', 'drawing']],
  ['zoom', []],
] as const;

/** Where the time of the encode and of the click went. */
export function Times({ explanation }: { readonly explanation: Explanation }) {
  const times = timesOf(explanation);
  const { steps, milliseconds } = explanation.answer;
  return (
    <section>
      <h3>{t('explanation.times.title')}</h3>
      <table>
        {PARTS.map(([whole, parts]) => (
          <tbody key={whole}>
            <TimeRow name={whole} times={times} />
            {parts.map((part) => (
              <TimeRow key={part} name={part} times={times} isPart />
            ))}
          </tbody>
        ))}
      </table>
      {steps.decoder === 0 && (
        <p className="hint">
          {t('explanation.times.kept', { value: formatFixed(milliseconds, 1) })}
        </p>
      )}
    </section>
  );
}

interface Props {
  readonly name: keyof ClickTimes;
  readonly times: ClickTimes;
  readonly isPart?: boolean;
}

function TimeRow({ name, times, isPart }: Props) {
  const time = times[name];
  if (time === null) return null;
  return (
    <tr data-part={isPart}>
      <th scope="row">{t(`explanation.times.${name}`)}</th>
      <td>{t('format.milliseconds', { value: formatFixed(time, 1) })}</td>
    </tr>
  );
}
