import { contract } from '../../contract/contract.ts';
import type { Precision } from '../protocol.ts';
import type { View } from './views.ts';

interface KeyParts {
  readonly photoId: string;
  /** The model set's id. */
  readonly setId: string;
  readonly precision: Precision;
  readonly view: Pick<View, 'encoder' | 'photos'>;
}

/** Whatever changes what the encoder would say is in it. */
export function embeddingKey({ photoId, setId, precision, view }: KeyParts): string {
  const { encoder, photos } = view;
  const seen = photos === 'all' ? encoder : `${encoder}-${photos}`;
  return `${photoId} ${setId} ${precision} ${contract.image.preprocessing} ${seen}`;
}

/** Whether this version, with one of these model sets, could ask for it. */
export function isKeyOf(key: string, setIds: readonly string[]): boolean {
  const [, setId = '', , preprocessing] = key.split(' ');
  return setIds.includes(setId) && preprocessing === String(contract.image.preprocessing);
}
