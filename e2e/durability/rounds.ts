import { isDeepStrictEqual } from 'node:util';
import type { Page } from '@playwright/test';
import { plainCanvas, pngFile } from '../files/files.ts';
import { type Action, anyAction, carriedOut, EMPTY_MODEL, type Model, SIDE } from './actions.ts';
import { type KillableBrowser, startKillable } from './killable.ts';
import { readWithHistory, work } from './page-work.ts';
import { randomFrom } from './random.ts';

export interface RoundReport {
  /** Done before the browser was killed. */
  readonly actions: number;
  /** So many of them the page had called saved. */
  readonly saved: number;
  /** So many of them were there after the restart. */
  readonly found: number;
}

interface Options {
  readonly address: string;
  /** Folder of the browser's profile. */
  readonly profile: string;
  readonly rounds: number;
  readonly seed: number;
  readonly onRound?: (report: RoundReport, round: number) => void;
}

/** What was done in a round: the model before it and after each action, and how many were called saved. */
interface Work {
  readonly states: readonly Model[];
  readonly saved: number;
}

const LEAST_MILLISECONDS = 60;
const MOST_MILLISECONDS = 1500;
/** A history that grows on and on takes longer and longer to compare. */
const ROUNDS_OF_A_PROJECT = 10;

/**
 * Works, kills the browser at a random moment, starts it again on the same profile and compares what
 * is there with the model: it must be the state after one of the actions, not an earlier one than the
 * last that was called saved, with all that can be undone and redone. Throws where it isn't.
 */
export async function killRounds(options: Options): Promise<RoundReport[]> {
  const { address, profile, rounds, seed, onRound } = options;
  const random = randomFrom(seed);
  const reports: RoundReport[] = [];
  let done: Work = { states: [], saved: 0 };
  for (let round = 0; round <= rounds; round++) {
    const browser = await startKillable(profile);
    try {
      await openPage(browser.page, address);
      let model = EMPTY_MODEL;
      if (round > 0) {
        const { found, state } = await findAgain(browser.page, done);
        model = state;
        reports.push({ actions: done.states.length - 1, saved: done.saved, found });
        onRound?.(reports.at(-1) as RoundReport, round - 1);
      }
      if (round % ROUNDS_OF_A_PROJECT === 0) {
        model = EMPTY_MODEL;
        await beginProject(browser.page);
      }
      if (round < rounds) done = await workUntilKilled(browser, model, random);
    } finally {
      await browser.kill();
    }
  }
  return reports;
}

async function workUntilKilled(
  { page, kill }: KillableBrowser,
  model: Model,
  random: () => number,
): Promise<Work> {
  const states: Model[] = [model];
  let saved = 0;
  let isKilled = false;
  await page.exposeFunction('nextAction', async (): Promise<Action> => {
    // Now without a pause, so changes pile up, now slowly enough to be saved one by one.
    if (random() < 0.5) await after(random() * 120);
    const last = states.at(-1) ?? model;
    const action = anyAction(last, random);
    states.push(carriedOut(last, action));
    return action;
  });
  await page.exposeFunction('reportSaved', (actions: number) => {
    saved = Math.max(saved, actions);
  });
  const working = work(page).catch((error) => {
    if (!isKilled) throw error;
  });
  const moment = LEAST_MILLISECONDS + random() * MOST_MILLISECONDS;
  await Promise.race([working, after(moment)]);
  isKilled = true;
  await kill();
  return { states, saved };
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Which of the states is there after the restart, with every step of its history. */
async function findAgain(
  page: Page,
  { states, saved }: Work,
): Promise<{ readonly found: number; readonly state: Model }> {
  await page.waitForFunction(() => window.annotator.view.getState().photo !== null);
  const there = await readWithHistory(page);
  const found = states.findLastIndex((state) => isDeepStrictEqual(state, there));
  const state = states[found];
  if (state && found >= saved) return { found, state };
  const what = JSON.stringify({ saved, actions: states.length - 1, found, there });
  throw new Error(`not what was saved: ${what}\nsaved: ${JSON.stringify(states[saved])}`);
}

async function openPage(page: Page, address: string): Promise<void> {
  // No model is needed to draw by hand.
  await page.route('**/models/manifest.json', (route) => route.abort());
  await page.goto(`${address}/?test&backend=wasm-single`);
  await page.waitForFunction(
    () => window.annotator !== undefined && !window.annotator.projects.getState().isOpening,
  );
}

/** With one photo, saved. */
async function beginProject(page: Page): Promise<void> {
  await page.evaluate(() => window.annotator.closeProject());
  const { name, mimeType, buffer } = pngFile('tiny.png', plainCanvas(SIDE));
  await page.setInputFiles('input[type=file][multiple]', { name, mimeType, buffer });
  await page.waitForFunction(() => {
    const { annotator } = window;
    const { current, save } = annotator.projects.getState();
    const isShown = annotator.view.getState().photo !== null;
    return isShown && current?.photos === 1 && save.kind === 'kept';
  });
}
