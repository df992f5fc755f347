import { shownName } from '../../app/objects/object-name.ts';
import { doubtOf } from '../../app/review/queue.ts';
import { currentPrompt, scoreOf, shownObjects } from '../../app/state/questions.ts';
import type { LiveMask, ViewState } from '../../app/state/view.ts';
import type { PackedStep } from '../../document/packed.ts';
import type { DocumentState, MaskObject } from '../../document/types.ts';
import { maskArea } from '../../mask/measure.ts';
import { faultsOf } from '../../report/quality.ts';
import type { PhotoReport } from '../../report/report.ts';
import { t } from '../../words/words.ts';
import { formatShare } from '../kit/format.ts';
import { candidateNames, isUnsure } from '../mask/candidates.ts';
import { qualitiesInWords } from '../photos/quality-words.ts';
import { reasonWords } from '../review/reason-words.ts';

/** What may be worth saying about, as it was at one moment. */
export interface Moment {
  readonly document: DocumentState;
  readonly view: ViewState;
  readonly done: readonly PackedStep[];
  readonly undone: readonly PackedStep[];
}

/** What has happened between two moments, for ears: in the order in which it matters. Pure. */
export function announcements(before: Moment, now: Moment): readonly string[] {
  if (now.view.photo?.id !== before.view.photo?.id)
    return [...photoWords(now), ...selectionWords(before, now)];
  const went = historyWords(before, now);
  return [
    ...(went ?? objectWords(before, now)),
    ...maskWords(before, now),
    ...pointWords(before.view, now.view),
    ...waitingWords(before.view, now.view),
  ];
}

function photoWords({ document, view }: Moment): readonly string[] {
  const number = document.photos.findIndex(({ id }) => id === view.photo?.id);
  const photo = document.photos[number];
  if (!photo) return [];
  const objects = t('objects.count', { count: shownObjects(document, view).length });
  const of = document.photos.length;
  return [t('announce.photo', { name: photo.name, number: number + 1, of, objects })];
}

/** Announces a step that was taken back or done again; null when none was. */
function historyWords(before: Moment, now: Moment): readonly string[] | null {
  const by = now.done.length - before.done.length;
  const undone = now.undone.length - before.undone.length;
  const [back, again] = [now.undone.at(-1), now.done.at(-1)];
  if (by < 0 && undone > 0 && back) return [t('announce.undone', { name: back.name })];
  if (by > 0 && undone < 0 && again) return [t('announce.redone', { name: again.name })];
  return null;
}

function objectWords(before: Moment, now: Moment): readonly string[] {
  const was = shownObjects(before.document, before.view);
  const is = shownObjects(now.document, now.view);
  if (was !== is) {
    const changed = changedWords(was, is, now);
    if (changed) return [changed];
  }
  const { selectedObjectIds } = now.view;
  return selectedObjectIds === before.view.selectedObjectIds ? [] : selectionWords(before, now);
}

/** What came, what went, what has another class, or else what the step is called. */
function changedWords(
  was: readonly MaskObject[],
  is: readonly MaskObject[],
  now: Moment,
): string | null {
  const byId = new Map(was.map((object) => [object.id, object]));
  const added = is.filter(({ id }) => !byId.has(id));
  const removed = was.filter(({ id }) => !is.some((one) => one.id === id));
  if (added.length > 0) return t('announce.kept', { what: named(added, now) });
  if (removed.length > 0)
    return t('announce.deleted', { what: named(removed, now), count: is.length });
  const classed = is.filter((one) => byId.get(one.id)?.classId !== one.classId);
  if (classed.length > 0) return t('announce.classed', { what: named(classed, now) });
  const step = now.done.at(-1);
  return step ? t('announce.done', { name: step.name }) : null;
}

/** "Object 1, cat", or how many. */
function named(objects: readonly MaskObject[], { document }: Moment): string {
  const [one, ...others] = objects;
  if (!one || others.length > 0) return t('objects.count', { count: objects.length });
  const className = document.classes.find(({ id }) => id === one.classId)?.name;
  return className
    ? t('announce.named', { name: shownName(one), class: className })
    : shownName(one);
}

function selectionWords(before: Moment, now: Moment): readonly string[] {
  const all = shownObjects(now.document, now.view);
  const chosen = ({ view }: Moment) => all.filter(({ id }) => view.selectedObjectIds.includes(id));
  const [selected, left] = [chosen(now), chosen(before)];
  if (selected.length > 0) {
    const words = t('announce.selected', { what: named(selected, now) });
    return [now.view.isReviewing ? reviewWords(words, all, now.view.selectedObjectId) : words];
  }
  return left.length > 0 ? [t('announce.nothingSelected')] : [];
}

/** Who reviews hears why the object may be wrong. */
function reviewWords(words: string, all: readonly MaskObject[], objectId: string | null): string {
  const reasons = (objectId === null ? null : doubtOf(all, objectId))?.reasons ?? [];
  const said = reasons.length > 0 ? reasons.map(reasonWords) : [t('review.reasons.none')];
  return t('announce.review', { words, reasons: `${said.join('. ')}.` });
}

function maskWords(before: Moment, now: Moment): readonly string[] {
  const [was, is] = [before.view.live, now.view.live];
  // An answer to an older prompt is on its way out.
  const isNew = is && is !== was && is.prompt === currentPrompt(now.document, now.view);
  if (!isNew) return [];
  const isOther = was !== null && was.prompt.length === is.prompt.length && was.token !== is.token;
  return [isOther ? candidateWords(is) : arrivedWords(is, now.view.measured?.report)];
}

function figuresOf({ mask, candidates, token }: LiveMask) {
  const { width, height } = mask.size;
  const score = scoreOf({ candidates, token });
  return {
    share: formatShare(maskArea(mask) / (width * height)),
    confidence: score === null ? '–' : formatShare(Math.min(Math.max(score, 0), 1)),
  };
}

function arrivedWords(live: LiveMask, report: PhotoReport | undefined): string {
  const words = t('announce.mask', { ...figuresOf(live), count: live.candidates.length });
  if (!isUnsure(live, report)) return words;
  const faults = faultsOf(report).length > 0 ? qualitiesInWords(report).join(', ') : null;
  const unsure = faults ? t('announce.unsurePoor', { faults }) : t('announce.unsure');
  return `${words} ${unsure}`;
}

function candidateWords(live: LiveMask): string {
  const { candidates, token } = live;
  return t('announce.candidate', {
    ...figuresOf(live),
    name: candidateNames(candidates).get(token) ?? '',
    number: candidates.findIndex((one) => one.token === token) + 1,
    of: candidates.length,
  });
}

/** The point of the outline that the keys mean. */
function pointWords(before: ViewState, { outline }: ViewState): readonly string[] {
  const place = outline?.focused;
  if (!place || place === before.outline?.focused) return [];
  const all = outline.rings.flatMap(({ handles }) => handles);
  const at = outline.rings[place.ring]?.handles[place.handle]?.at;
  if (!at) return [];
  const number = all.findIndex((one) => one.at === at) + 1;
  const [x, y] = [Math.round(at.x), Math.round(at.y)];
  return [t('announce.point', { number, of: all.length, x, y })];
}

function waitingWords(before: ViewState, now: ViewState): readonly string[] {
  if (now.keptNext && now.keptNext !== before.keptNext) return [t('shell.prompt.keptNext')];
  const waits = ({ pending, embedded }: ViewState) => pending && !embedded;
  if (waits(now) && !waits(before)) return [t('shell.prompt.waiting')];
  return now.embedded && !before.embedded && !now.pending ? [t('announce.ready')] : [];
}
