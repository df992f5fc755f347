import type { Page } from '@playwright/test';
import type { ModelKind } from '../../src/contract/model-kind.ts';
import type { Viewport } from '../../src/geometry/viewport.ts';
import { maskDifference } from '../../src/mask/difference.ts';
import type { Mask } from '../../src/mask/mask.ts';
import type { PromptStep } from '../../src/prompt/prompt.ts';

/** What tests may know about the app's state beyond what is on screen. */
export interface Facts {
  readonly photoId: string | null;
  readonly photoCount: number;
  readonly opening: string | null;
  readonly embedded: boolean;
  readonly pending: boolean;
  /** Prompt steps on the shown photo. */
  readonly steps: number;
  readonly lastStep: PromptStep | null;
  readonly token: number | null;
  readonly tokens: readonly number[];
  /** Whose masks are there, the one in hand first. */
  readonly models: readonly ModelKind[];
  readonly hasHoverMask: boolean;
  readonly objects: number;
  readonly viewport: Viewport;
  /** The divider's place as a share of the photo's width. */
  readonly wipe: number;
  readonly phase: string;
  readonly backend: string | null;
  readonly rejections: readonly { readonly backend: string; readonly kind: string }[];
  readonly notices: readonly string[];
}

export function readFacts(page: Page): Promise<Facts> {
  return page.evaluate(() => {
    const view = window.annotator.view.getState();
    const document = window.annotator.document.getState();
    const engine = window.annotator.engine.getState();
    const photoId = view.photo?.id ?? null;
    const prompt = document.prompts[photoId ?? ''] ?? [];
    return {
      photoId,
      photoCount: document.photos.length,
      opening: view.opening?.name ?? null,
      embedded: view.embedded,
      pending: view.pending,
      steps: prompt.length,
      lastStep: prompt.at(-1) ?? null,
      token: view.live?.token ?? null,
      tokens: view.live?.candidates.map(({ token }) => token) ?? [],
      models: [view.live, view.compared].flatMap((answer) => (answer ? [answer.model] : [])),
      wipe: view.wipe,
      hasHoverMask: view.hoverMask !== null,
      objects: document.objects[photoId ?? '']?.length ?? 0,
      viewport: view.viewport,
      phase: engine.phase.kind,
      backend: engine.backend,
      rejections: engine.rejections.map(({ backend, problem }) => ({
        backend,
        kind: problem.kind,
      })),
      notices: view.notices.map(({ text }) => text),
    };
  });
}

/** The mask in hand, or a model's answer that lies beside it. */
export async function readLiveMask(page: Page, model?: ModelKind): Promise<Mask | null> {
  const plain = await page.evaluate((wanted) => {
    const { live, compared } = window.annotator.view.getState();
    const mask = [live, compared].find((answer) => !wanted || answer?.model === wanted)?.mask;
    return mask ? { size: mask.size, runs: [...mask.runs] } : null;
  }, model);
  return plain && { size: plain.size, runs: Uint32Array.from(plain.runs) };
}

/** The mask in hand as the model gave it, with its specks and small holes. */
export async function readModelMask(page: Page): Promise<Mask | null> {
  const tidy = await readLiveMask(page);
  const changed = await page.evaluate(() => {
    const { live } = window.annotator.view.getState();
    return live?.isTidied && live.tidied ? [...live.tidied.changed.runs] : null;
  });
  if (!tidy || !changed) return tidy;
  return maskDifference(tidy, { size: tidy.size, runs: Uint32Array.from(changed) });
}

/** Masks of the kept objects on the shown photo, in drawing order. */
export async function readObjectMasks(page: Page): Promise<Mask[]> {
  const plain = await page.evaluate(() => {
    const photoId = window.annotator.view.getState().photo?.id ?? '';
    const objects = window.annotator.document.getState().objects[photoId] ?? [];
    return objects.map(({ mask }) => ({ size: mask.size, runs: [...mask.runs] }));
  });
  return plain.map(({ size, runs }) => ({ size, runs: Uint32Array.from(runs) }));
}
