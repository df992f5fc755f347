import { ACTIONS, type ActionId } from '../../tools/actions/registry.ts';
import { ButtonFor, type ButtonForProps } from './ButtonFor.tsx';
import { useKeyWords } from './use-key-words.ts';

interface Props extends ButtonForProps {
  readonly action: ActionId;
  /** Another action whose key does the same here. */
  readonly keysOf?: ActionId;
}

/** A button for an action of the registry. */
export function ActionButton({ action: id, keysOf = id, ...rest }: Props) {
  return <ButtonFor id={id} action={ACTIONS[id]} keys={useKeyWords(keysOf)} {...rest} />;
}
