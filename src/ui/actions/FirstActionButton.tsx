import { FIRST_ACTIONS, type FirstActionId } from '../../tools/actions/first-actions.ts';
import { ButtonFor, type ButtonForProps } from './ButtonFor.tsx';
import { useFirstKeyWords } from './use-first-key-words.ts';

interface Props extends ButtonForProps {
  readonly action: FirstActionId;
}

/** As `ActionButton`, for the first screen, which does without the other groups of actions. */
export function FirstActionButton({ action: id, ...rest }: Props) {
  return <ButtonFor id={id} action={FIRST_ACTIONS[id]} keys={useFirstKeyWords(id)} {...rest} />;
}
