import type { Page } from '@playwright/test';
import type { Action, Model } from './actions.ts';

declare global {
  interface Window {
    /** The driver's next action; null: stop. */
    nextAction(): Promise<Action | null>;
    /** So many of the actions of this visit are on the disk, the page says. */
    reportSaved(actions: number): Promise<void>;
  }
}

/** tsx gives functions their names by this, also in what goes to the page. */
const NAMING = 'globalThis.__name = (named) => named';

/** Does what the driver says, one action after the other, and tells it whenever the page says "Saved". */
export async function work(page: Page): Promise<void> {
  await page.evaluate(NAMING);
  await page.evaluate(async () => {
    const { annotator } = window;
    let carriedOut = 0;
    annotator.projects.subscribe(({ save }, { save: before }) => {
      if (save.kind === 'kept' && before.kind !== 'kept') void window.reportSaved(carriedOut);
    });
    const photoId = annotator.view.getState().photo?.id ?? '';
    const objectAt = (index: number) =>
      annotator.document.getState().objects[photoId]?.at(index)?.id ?? '';
    const draw = (
      { x0, y0, x1, y1 }: Extract<Action, { do: 'draw' }>['area'],
      removes: boolean,
    ) => {
      const points = [
        { x: x0, y: y0 },
        { x: x1, y: y0 },
        { x: x1, y: y1 },
        { x: x0, y: y1 },
      ];
      annotator.setDraft({ kind: 'area', removes, points, open: null });
      annotator.applyDraft();
    };
    const act = (action: Action): void => {
      switch (action.do) {
        case 'draw':
          annotator.selectObject(null);
          draw(action.area, false);
          annotator.setNote(objectAt(-1), action.note);
          break;
        case 'edit':
          annotator.selectObject(objectAt(action.at));
          draw(action.area, action.removes);
          break;
        case 'note':
          annotator.setNote(objectAt(action.at), action.note);
          break;
        case 'delete':
          annotator.deleteObjects([objectAt(action.at)]);
          break;
        case 'tag':
          annotator.addTag(action.tag);
          break;
        case 'untag':
          annotator.removeTag(action.tag);
          break;
        case 'done':
          annotator.setDone([photoId], action.isDone);
          break;
        case 'class':
          annotator.importClasses(action.name);
          break;
        case 'point':
          void annotator.addPoint({ x: action.x, y: action.y }, 'include');
          break;
        case 'clear':
          annotator.clearPrompt();
          break;
        case 'undo':
          void annotator.undo();
          break;
        case 'redo':
          void annotator.redo();
          break;
      }
    };
    for (let next = await window.nextAction(); next; next = await window.nextAction()) {
      act(next);
      carriedOut += 1;
    }
  });
}

/** What is there, and what every step of its history would bring back: walks to both ends and back again. */
export async function readWithHistory(page: Page): Promise<Model> {
  await page.evaluate(NAMING);
  const model = await page.evaluate(async () => {
    const { annotator } = window;
    const photoId = annotator.view.getState().photo?.id ?? '';
    const read = () => {
      const state = annotator.document.getState();
      return {
        objects: (state.objects[photoId] ?? []).map(({ note, mask }) => ({
          note,
          pixels: [...mask.runs].map((run, i) => (i % 2 ? '#' : '.').repeat(run)).join(''),
        })),
        tags: [...(state.tags[photoId] ?? [])],
        isDone: state.done[photoId] ?? false,
        classes: state.classes.map(({ name }) => name),
        points: (state.prompts[photoId] ?? []).map((step) =>
          step.kind === 'point' ? `${step.at.x} ${step.at.y}` : 'box',
        ),
      };
    };
    const content = read();
    const done = [];
    const undone = [];
    while (annotator.canUndo()) {
      await annotator.undo();
      done.unshift(read());
    }
    for (const _ of done) await annotator.redo();
    while (annotator.canRedo()) {
      await annotator.redo();
      undone.unshift(read());
    }
    for (const _ of undone) await annotator.undo();
    return { content, done, undone };
  });
  await page.waitForFunction(() => window.annotator.projects.getState().save.kind === 'kept');
  return model;
}
