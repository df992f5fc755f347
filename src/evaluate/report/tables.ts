import { t } from '../../words/words.ts';
import { METRICS } from '../metrics.ts';
import type { Condition, MaskFigures, Mean, Results, Subject, WorstCase } from '../results.ts';
import { MOST_CLICKS } from '../trial.ts';

/** Tables of a report, whatever draws them: the cells are plain text. */
export interface Table {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function tablesOf(results: Results): Table[] {
  const tables = [glance(results), measures(results), byDegradation(results), bySeverity(results)];
  return [...tables, clicks(results), worst(results)].filter(({ rows }) => rows.length > 0);
}

function glance({ masks, photos }: Results): Table {
  const rows = masks
    .filter(({ scope }) => scope === 'clear' || scope === 'degraded')
    .map((figures) => [...who(figures), interval(figures.iou, photos), gainOf(figures, photos)]);
  return { title: t('lab.report.glance'), heads: [...whoHeads(), IOU(), GAIN()], rows };
}

function measures({ masks, photos }: Results): Table {
  const rows = masks
    .filter(({ scope }) => scope === 'clear' || scope === 'degraded')
    .map((figures) => [
      ...who(figures),
      ...METRICS.map((metric) => interval(figures[metric], photos)),
    ]);
  const heads = METRICS.map((metric) => t(`lab.report.${metric}`));
  return { title: t('lab.report.measures'), heads: [...whoHeads(), ...heads], rows };
}

function byDegradation({ masks, photos }: Results): Table {
  const rows = masks.flatMap((figures) => {
    const { scope, degradation, prompt, subject } = figures;
    if (scope !== 'degradation' || !degradation) return [];
    const name = t(`lab.names.${degradation}`);
    return [[name, ...askedAs(prompt, subject), ...quality(figures, photos)]];
  });
  const heads = [t('lab.report.degradation'), PROMPT(), MODEL(), ...qualityHeads()];
  return { title: t('lab.report.byDegradation'), heads, rows: sorted(rows) };
}

function bySeverity({ masks, photos }: Results): Table {
  const rows = masks.flatMap((figures) => {
    const { scope, severity, prompt, subject } = figures;
    if (scope !== 'severity' || severity === null) return [];
    return [[severity.toFixed(2), ...askedAs(prompt, subject), ...quality(figures, photos)]];
  });
  const heads = [t('lab.report.severity'), PROMPT(), MODEL(), ...qualityHeads()];
  return { title: t('lab.report.bySeverity'), heads, rows: sorted(rows) };
}

function clicks({ clicks: all, photos }: Results): Table {
  const told = all.filter(({ scope }) => scope === 'clear' || scope === 'degraded');
  const rows = told.map(({ scope, subject, counts }) => [
    t(scope === 'clear' ? 'lab.report.clear' : 'lab.report.degraded'),
    t(`lab.subjects.${subject}`),
    ...counts.flatMap(({ clicks: mean, failed }) => [
      interval(mean, photos, 2),
      `${(100 * failed).toFixed(1)} %`,
    ]),
  ]);
  const [first] = told;
  const heads = (first?.counts ?? []).flatMap(({ wanted }) => [
    t('lab.report.clicksTo', { iou: wanted.toFixed(2) }),
    t('lab.report.failed', { count: MOST_CLICKS }),
  ]);
  return {
    title: t('lab.report.clicks'),
    heads: [t('lab.report.photosAre'), MODEL(), ...heads],
    rows,
  };
}

function worst({ worst: all, masks }: Results): Table {
  const subjects = [...new Set(masks.map(({ subject }) => subject))];
  const rows = all.map((one) => [
    one.photo,
    conditionWords(one),
    t(`lab.prompts.${one.prompt}`),
    ...subjects.map((subject) => one.iou[subject]?.toFixed(3) ?? ''),
  ]);
  const heads = [t('lab.report.photo'), t('lab.report.degradation'), PROMPT()];
  const names = subjects.map((subject) => t(`lab.subjects.${subject}`));
  return { title: t('lab.report.worst'), heads: [...heads, ...names], rows };
}

/** "Snow 50 %". */
export function conditionWords({ degradation, severity }: Condition): string {
  if (degradation === null) return t('lab.report.noDegradation');
  return `${t(`lab.names.${degradation}`)} ${Math.round(100 * severity)} %`;
}

/** Also which object of the photo, where it is not the first. */
export function caseWords(one: WorstCase, subject: Subject): string {
  const values = {
    photo: one.object > 0 ? `${one.photo} (${one.object + 1})` : one.photo,
    condition: conditionWords(one),
    prompt: t(`lab.prompts.${one.prompt}`),
    model: t(`lab.subjects.${subject}`),
    iou: one.iou[subject]?.toFixed(3) ?? '',
  };
  return t('lab.report.case', values);
}

const IOU = () => t('lab.report.iou');
const GAIN = () => t('lab.report.gain');
const PROMPT = () => t('lab.report.prompt');
const MODEL = () => t('lab.report.model');

function whoHeads(): string[] {
  return [PROMPT(), t('lab.report.photosAre'), MODEL()];
}

function who({ prompt, scope, subject }: MaskFigures): string[] {
  const [asked = '', model = ''] = askedAs(prompt, subject);
  return [asked, t(scope === 'clear' ? 'lab.report.clear' : 'lab.report.degraded'), model];
}

function askedAs(prompt: MaskFigures['prompt'], subject: Subject): string[] {
  return [t(`lab.prompts.${prompt}`), t(`lab.subjects.${subject}`)];
}

function qualityHeads(): string[] {
  return [IOU(), t('lab.report.boundaryIou'), GAIN()];
}

function quality(figures: MaskFigures, photos: number): string[] {
  const { iou, boundaryIou } = figures;
  return [interval(iou, photos), interval(boundaryIou, photos), gainOf(figures, photos)];
}

function gainOf({ gain }: MaskFigures, photos: number): string {
  if (!gain) return '';
  return `${gain.mean < 0 ? '' : '+'}${interval(gain, photos)}`;
}

/** Without an interval where it is of a single photo. */
function interval({ mean, low, high }: Mean, photos: number, digits = 3): string {
  const text = mean.toFixed(digits);
  return photos > 1 ? `${text} (${low.toFixed(digits)}–${high.toFixed(digits)})` : text;
}

function sorted(rows: readonly string[][]): string[][] {
  return [...rows].sort(([a = '', b = ''], [c = '', d = '']) =>
    a === c ? b.localeCompare(d) : a.localeCompare(c),
  );
}
