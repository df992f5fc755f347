import {
  Brush,
  Eraser,
  Hand,
  Lasso,
  type LucideIcon,
  MousePointerClick,
  Pentagon,
  RectangleHorizontal,
  Sparkles,
  Spline,
} from 'lucide-react';
import type { Tool } from '../../app/state/editing.ts';
import type { ActionId } from '../../tools/actions/registry.ts';
import { t } from '../../words/words.ts';
import { ActionButton } from '../actions/ActionButton.tsx';

const TOOLS: Readonly<Record<Tool, readonly [ActionId, LucideIcon]>> = {
  prompt: ['promptTool', MousePointerClick],
  brush: ['brush', Brush],
  eraser: ['eraser', Eraser],
  polygon: ['polygon', Pentagon],
  lasso: ['lasso', Lasso],
  rectangle: ['rectangle', RectangleHorizontal],
  points: ['points', Spline],
  hand: ['hand', Hand],
};

/** One tool is in hand, until another is picked. */
export function ToolButtons({ tip }: { readonly tip: 'right' | 'above' }) {
  return (
    <fieldset className="tool-buttons">
      <legend className="visually-hidden">{t('shell.tools.inHand')}</legend>
      {Object.values(TOOLS).map(([action, icon]) => (
        <ActionButton key={action} action={action} icon={icon} tip={tip} />
      ))}
      <ActionButton action="findEverything" icon={Sparkles} tip={tip} />
    </fieldset>
  );
}
