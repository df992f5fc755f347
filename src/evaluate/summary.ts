import { recordOf } from '../typed/records.ts';
import { meanOf } from './interval.ts';
import { METRICS, type Metric } from './metrics.ts';
import type {
  ClickFigures,
  MaskFigures,
  Mean,
  Results,
  Row,
  Scope,
  Subject,
  WorstCase,
} from './results.ts';
import { type ClickAnswer, GOOD_ENOUGH, type MaskAnswer, MOST_CLICKS } from './trial.ts';

/** How many of the worst are told. */
const WORST = 12;

/** From single answers to means over photos; a photo counts once, with its mean. */
export function summarise(rows: readonly Row[], madeWith: Results['madeWith']): Results {
  const groups = groupsOf(rows);
  const masks: MaskFigures[] = [];
  const clicks: ClickFigures[] = [];
  for (const { about, answers } of groups.values()) {
    const [first] = answers;
    if (!first) continue;
    if (first.answer.prompt === 'clicks') clicks.push(clickFigures(about, answers));
    else masks.push(maskFigures(about, answers, groups));
  }
  const photos = new Set(rows.map(({ photo }) => photo)).size;
  return { madeWith, photos, masks, clicks, worst: worstOf(rows) };
}

interface About {
  readonly scope: Scope;
  readonly degradation: Row['degradation'];
  readonly severity: number | null;
  readonly prompt: Row['answer']['prompt'];
  readonly subject: Subject;
}

interface Group {
  readonly about: About;
  readonly answers: Row[];
}

type Groups = ReadonlyMap<string, Group>;

function groupsOf(rows: readonly Row[]): Groups {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    for (const about of scopesOf(row)) {
      const key = keyOf(about);
      const group = groups.get(key) ?? { about, answers: [] };
      group.answers.push(row);
      groups.set(key, group);
    }
  }
  return groups;
}

function scopesOf({ degradation, severity, subject, answer: { prompt } }: Row): About[] {
  const who = { subject, prompt };
  if (degradation === null) return [{ scope: 'clear', degradation, severity: null, ...who }];
  return [
    { scope: 'degraded', degradation: null, severity: null, ...who },
    { scope: 'degradation', degradation, severity: null, ...who },
    { scope: 'severity', degradation: null, severity, ...who },
    { scope: 'condition', degradation, severity, ...who },
  ];
}

function keyOf({ scope, degradation, severity, prompt, subject }: About): string {
  return [scope, degradation, severity, prompt, subject].join(' ');
}

/** A group's rows share their prompt, here and below: so their answers are of one kind. */
function maskFigures(about: About, rows: readonly Row[], groups: Groups): MaskFigures {
  const plain = groups.get(keyOf({ ...about, subject: 'plain' }));
  const byPhoto = (metric: Metric, all: readonly Row[]) =>
    meansByPhoto(all, (row) => (row.answer as MaskAnswer)[metric]);
  return {
    ...about,
    prompt: about.prompt as MaskFigures['prompt'],
    photos: byPhoto('iou', rows).size,
    ...recordOf(METRICS, (metric) => meanOf([...byPhoto(metric, rows).values()])),
    gain:
      about.subject === 'plain' || !plain
        ? null
        : gainOf(byPhoto('iou', rows), byPhoto('iou', plain.answers)),
  };
}

function gainOf(
  ours: ReadonlyMap<string, number>,
  theirs: ReadonlyMap<string, number>,
): Mean | null {
  const gains = [...ours].flatMap(([photo, value]) => {
    const other = theirs.get(photo);
    return other === undefined ? [] : [value - other];
  });
  return gains.length > 0 ? meanOf(gains) : null;
}

function clickFigures({ prompt: _, ...about }: About, rows: readonly Row[]): ClickFigures {
  const counts = GOOD_ENOUGH.map((wanted, i) => {
    const countOf = (row: Row) => (row.answer as ClickAnswer).counts[i] ?? null;
    const clicks = meansByPhoto(rows, (row) => countOf(row) ?? MOST_CLICKS);
    const failed = rows.filter((row) => countOf(row) === null).length / rows.length;
    return { wanted, clicks: meanOf([...clicks.values()]), failed };
  });
  return { ...about, photos: new Set(rows.map(({ photo }) => photo)).size, counts };
}

function meansByPhoto(
  rows: readonly Row[],
  figureOf: (row: Row) => number,
): ReadonlyMap<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const row of rows) {
    const known = sums.get(row.photo) ?? { sum: 0, count: 0 };
    known.sum += figureOf(row);
    known.count += 1;
    sums.set(row.photo, known);
  }
  return new Map([...sums].map(([photo, { sum, count }]) => [photo, sum / count]));
}

function worstOf(rows: readonly Row[]): WorstCase[] {
  const cases = new Map<string, WorstCase & { iou: Partial<Record<Subject, number>> }>();
  for (const { photo, object, degradation, severity, subject, answer } of rows) {
    if (answer.prompt === 'clicks') continue;
    const { prompt, iou } = answer;
    const key = JSON.stringify([photo, object, degradation, severity, prompt]);
    const known = cases.get(key) ?? { photo, object, degradation, severity, prompt, iou: {} };
    known.iou[subject] = iou;
    cases.set(key, known);
  }
  const rank = ({ iou }: WorstCase) => iou.robust ?? iou.plain ?? 1;
  return [...cases.values()].sort((a, b) => rank(a) - rank(b)).slice(0, WORST);
}
