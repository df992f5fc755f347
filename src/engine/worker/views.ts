import type { GraphName } from '../../contract/contract.ts';
import type { ModelKind } from '../../contract/model-kind.ts';
import type { Manifest } from '../../models/manifest.ts';

export type EncoderName = Extract<GraphName, 'encoder' | 'robust_encoder'>;

/** Who sees which photos through an encoder: an embedding belongs to one of a set's views. */
export interface View {
  readonly encoder: EncoderName;
  /** By whether they are clear to the model (report/clarity.ts). */
  readonly photos: 'all' | 'clear' | 'degraded';
  readonly kinds: readonly ModelKind[];
}

/** RobustSAM's first. */
export function viewsOf({
  graphs,
  clear_photos,
}: Pick<Manifest, 'graphs' | 'clear_photos'>): readonly View[] {
  const { robust_encoder, robust_decoder } = graphs;
  const kinds: readonly ModelKind[] = robust_decoder ? ['robust', 'plain'] : ['plain'];
  if (!robust_encoder) return [{ encoder: 'encoder', photos: 'all', kinds }];
  const photos = clear_photos ? 'degraded' : 'all';
  const apart: readonly View[] = [
    { encoder: 'robust_encoder', photos, kinds: ['robust'] },
    { encoder: 'encoder', photos, kinds: ['plain'] },
  ];
  return clear_photos ? [...apart, { encoder: clear_photos, photos: 'clear', kinds }] : apart;
}

/** Those through which a kind sees photos; throws a RangeError when there is none. */
export function viewsFor<Of extends View>(
  views: readonly Of[],
  kind: ModelKind,
): readonly [Of, ...Of[]] {
  const [first, ...others] = views.filter(({ kinds }) => kinds.includes(kind));
  if (!first) throw new RangeError(`the model set has no encoder for ${kind}`);
  return [first, ...others];
}

/** The one through which a kind sees such a photo. */
export function viewFor<Of extends View>(
  views: readonly Of[],
  kind: ModelKind,
  isClear: boolean,
): Of {
  const suiting = isClear ? 'clear' : 'degraded';
  const all = viewsFor(views, kind);
  return all.find(({ photos }) => photos === 'all' || photos === suiting) ?? all[0];
}
