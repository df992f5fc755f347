import {
  Brush,
  Eraser,
  Hand,
  Lasso,
  MousePointerClick,
  Pentagon,
  RectangleHorizontal,
  Sparkles,
} from 'lucide-react';
import { t } from '../../words/words.ts';
import { ActionButton } from '../actions/ActionButton.tsx';

const TOOLS = [
  ['promptTool', MousePointerClick],
  ['brush', Brush],
  ['eraser', Eraser],
  ['polygon', Pentagon],
  ['lasso', Lasso],
  ['rectangle', RectangleHorizontal],
  ['hand', Hand],
] as const;

/** One tool is in hand, until another is picked. */
export function ToolButtons({ tip }: { readonly tip: 'right' | 'above' }) {
  return (
    <fieldset className="tool-buttons">
      <legend className="visually-hidden">{t('shell.tools.inHand')}</legend>
      {TOOLS.map(([action, icon]) => (
        <ActionButton key={action} action={action} icon={icon} tip={tip} />
      ))}
      <ActionButton action="findEverything" icon={Sparkles} tip={tip} />
    </fieldset>
  );
}
