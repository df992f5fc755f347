import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportPicture } from '../../evaluate/report/html.ts';
import { caseWords } from '../../evaluate/report/tables.ts';
import type { Results, Subject, WorstCase } from '../../evaluate/results.ts';
import type { Question } from '../../evaluate/trial.ts';
import { workOff } from '../batch/work-off.ts';
import { writeWhole } from '../batch/write-whole.ts';
import type { Computing } from '../engine/computing.ts';
import type { CaseTask } from './draw-case.ts';
import { type EvaluateTask, keyOf } from './task.ts';

const FOLDER = 'worst';

interface Drawing {
  readonly tasks: readonly EvaluateTask[];
  readonly jobs: number;
  readonly computing: Computing;
}

/**
 * Draws the worst cases into the folder, where an earlier run has not, and gives them for the report; one that can't be
 * drawn again is left out.
 */
export async function worstPictures(
  folder: string,
  { worst }: Results,
  { tasks, jobs, computing }: Drawing,
): Promise<ReportPicture[]> {
  const byKey = new Map(tasks.map((task) => [keyOf(task), task]));
  const cases = worst.flatMap((one) => {
    const { photo, degradation, severity } = one;
    const task = byKey.get(keyOf({ photo, condition: { degradation, severity } }));
    return task ? [{ one, task, path: join(folder, FOLDER, nameOf(one)) }] : [];
  });
  const left = cases.filter(({ path }) => !existsSync(path));
  const made = new Map<CaseTask, string>(left.map((item) => [caseTask(item), item.path]));
  const drawn: [path: string, jpeg: Uint8Array<ArrayBuffer>][] = [];
  if (left.length > 0)
    await workOff<CaseTask, Uint8Array<ArrayBuffer>>([...made.keys()], {
      worker: join(import.meta.dirname, 'worker.ts'),
      unit: 'pictures of the worst cases',
      jobs,
      computing,
      onAnswer(task, answer) {
        const path = made.get(task);
        if (answer.ok && path) drawn.push([path, answer.value]);
        return `${drawn.length} drawn`;
      },
    });
  for (const [path, jpeg] of drawn) await writeWhole(path, new Blob([jpeg]));
  await dropOthers(join(folder, FOLDER), new Set(cases.map(({ one }) => nameOf(one))));
  const pictures = cases.map(async ({ one, task, path }): Promise<ReportPicture[]> => {
    if (!existsSync(path)) return [];
    const jpeg = (await readFile(path)).toString('base64');
    return [
      {
        caption: caseWords(one, shownSubject(task.subjects)),
        url: `data:image/jpeg;base64,${jpeg}`,
      },
    ];
  });
  return (await Promise.all(pictures)).flat();
}

/** Changes with the answer: other weights give another mask. */
function nameOf({ photo, object, degradation, severity, prompt, iou }: WorstCase): string {
  const what = JSON.stringify([photo, object, degradation, severity, prompt, iou]);
  return `${createHash('sha256').update(what).digest('hex').slice(0, 16)}.jpg`;
}

function caseTask({ one, task }: { readonly one: WorstCase; readonly task: EvaluateTask }) {
  const { subjects, questions } = task;
  // What is drawn at random comes in the order of the questions.
  const before: readonly Question[] = one.prompt === 'loose_box' ? ['points'] : [];
  const wanted = questions.filter(
    (question) => question === one.prompt || before.includes(question),
  );
  return { ...task, subjects: [shownSubject(subjects)], questions: wanted, worst: one };
}

/** By whose IoU the worst are chosen, where they were asked. */
function shownSubject(subjects: readonly Subject[]): Subject {
  const [first = 'robust'] = subjects;
  return (['robust', 'plain'] as const).find((one) => subjects.includes(one)) ?? first;
}

async function dropOthers(folder: string, kept: ReadonlySet<string>): Promise<void> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  for (const name of names) if (!kept.has(name)) await rm(join(folder, name));
}
