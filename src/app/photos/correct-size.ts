import type { Change } from '../../document/change.ts';
import type { Document } from '../../document/document.ts';
import type { Size } from '../../geometry/spaces.ts';
import { rescaleMask } from '../../mask/rescale.ts';
import { scaledPrompt } from '../../prompt/scale.ts';

/** The pixels are the truth where a header said otherwise: what was labelled by it follows. */
export function correctSize(document: Document, photoId: string, size: Size): void {
  const { photos, objects, proposals, prompts } = document.state.getState();
  const before = photos.find(({ id }) => id === photoId);
  if (!before) return;
  const [sx, sy] = [size.width / before.size.width, size.height / before.size.height];
  if (sx === 1 && sy === 1) return;
  function follow<Labelled extends Pick<(typeof objects)[string][number], 'mask' | 'prompt'>>(
    one: Labelled,
  ): Labelled {
    return { ...one, mask: rescaleMask(one.mask, size), prompt: scaledPrompt(one.prompt, sx, sy) };
  }
  const found = proposals[photoId] ?? [];
  const prompt = prompts[photoId] ?? [];
  const changes: Change[] = [
    { kind: 'set-photo', photoId, before, after: { ...before, size } },
    { kind: 'set-proposals', photoId, before: found, after: found.map(follow) },
    { kind: 'set-prompt', photoId, before: prompt, after: scaledPrompt(prompt, sx, sy) },
    ...(objects[photoId] ?? []).map(
      (object): Change => ({ kind: 'set-object', photoId, before: object, after: follow(object) }),
    ),
  ];
  for (const change of changes) document.applyUnrecorded(change);
}
