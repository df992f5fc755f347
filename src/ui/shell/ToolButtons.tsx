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
import { useAnnotator, useView } from '../annotator.ts';
import { IconButton } from '../IconButton.tsx';

const TOOLS = [
  { tool: 'prompt', icon: MousePointerClick, label: 'Prompt: ask the model', keys: 'V' },
  { tool: 'brush', icon: Brush, label: 'Brush', keys: 'B' },
  { tool: 'eraser', icon: Eraser, label: 'Eraser', keys: 'X' },
  { tool: 'polygon', icon: Pentagon, label: 'Polygon', keys: 'P' },
  { tool: 'lasso', icon: Lasso, label: 'Lasso', keys: 'L' },
  { tool: 'rectangle', icon: RectangleHorizontal, label: 'Rectangle', keys: 'R' },
  { tool: 'hand', icon: Hand, label: 'Hand: pan the photo', keys: 'hold space' },
] as const;

/** One tool is in hand, until another is picked. */
export function ToolButtons({ tip }: { readonly tip: 'right' | 'above' }) {
  const annotator = useAnnotator();
  const isFinding = useView((view) => view.everything.kind === 'running');
  const inHand = useView((view) => view.tool);
  return (
    <fieldset className="tool-buttons">
      <legend className="visually-hidden">Tool in hand</legend>
      {TOOLS.map(({ tool, icon, label, keys }) => (
        <IconButton
          key={tool}
          icon={icon}
          label={label}
          keys={keys}
          tip={tip}
          pressed={tool === inHand}
          onClick={() => annotator.chooseTool(tool)}
        />
      ))}
      <IconButton
        icon={Sparkles}
        label="Find everything"
        keys="E"
        tip={tip}
        disabled={isFinding}
        onClick={() => void annotator.findEverything()}
      />
    </fieldset>
  );
}
