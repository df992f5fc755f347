import type { Action } from '../../tools/actions/action.ts';
import { ACTIONS, type ActionId } from '../../tools/actions/registry.ts';
import { IconButton, type IconButtonProps } from '../kit/IconButton.tsx';
import { useHands, useIsOn, useWhyNot } from './hands.ts';
import { useKeyWords } from './use-key-words.ts';

interface Props extends Pick<IconButtonProps, 'icon' | 'tip' | 'tabIndex' | 'className'> {
  readonly action: ActionId;
  /** Where there is more to say than its title. */
  readonly label?: string;
  /** Another action whose key does the same here. */
  readonly keysOf?: ActionId;
}

/** A button for an action of the registry: name, key, whether it is on and whether it can be done come from there. */
export function ActionButton({ action: id, label, keysOf = id, ...rest }: Props) {
  const action: Action = ACTIONS[id];
  const hands = useHands();
  const keys = useKeyWords(keysOf);
  const isOn = useIsOn(action);
  const whyNot = useWhyNot(action);
  return (
    <IconButton
      {...rest}
      action={id}
      label={label ?? action.title}
      {...(keys ? { keys } : {})}
      {...(isOn === undefined ? {} : { pressed: isOn })}
      disabled={whyNot !== null}
      onClick={() => action.run(hands)}
    />
  );
}
