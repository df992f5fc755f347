import type { Action } from '../../tools/actions/action.ts';
import { IconButton, type IconButtonProps } from '../kit/IconButton.tsx';
import { useHands, useIsOn, useWhyNot } from './hands.ts';

export interface ButtonForProps
  extends Pick<IconButtonProps, 'icon' | 'tip' | 'tabIndex' | 'className'> {
  /** Where there is more to say than its title. */
  readonly label?: string;
}

interface Props extends ButtonForProps {
  readonly id: string;
  readonly action: Action;
  /** In words; null without one. */
  readonly keys: string | null;
}

/** A button for an action: name, key, whether it is on and whether it can be done come from there. */
export function ButtonFor({ id, action, keys, label, ...rest }: Props) {
  const hands = useHands();
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
