import { Expand, Minus, Plus, ZoomIn, ZoomOut } from 'lucide-react';
import { t } from '../../words/words.ts';
import { ActionButton } from '../actions/ActionButton.tsx';
import { useView } from '../kit/annotator.ts';
import { Toolbar } from '../kit/Toolbar.tsx';
import { ToolButtons } from './ToolButtons.tsx';

function OneToOne() {
  return <span className="icon-text">1:1</span>;
}

/** Tools down the left side of wide screens. */
export function ToolRail() {
  const prompts = useView((view) => view.tool === 'prompt');
  return (
    <Toolbar label={t('shell.tools.rail')} className="rail">
      <ToolButtons tip="right" />
      {prompts && (
        <fieldset className="rail-group rail-ruled">
          <legend className="visually-hidden">{t('shell.tools.clickAdds')}</legend>
          <ActionButton
            action="clicksInclude"
            icon={Plus}
            tip="right"
            className="polarity-include"
          />
          <ActionButton
            action="clicksExclude"
            icon={Minus}
            tip="right"
            className="polarity-exclude"
          />
        </fieldset>
      )}
      <div className="rail-group rail-end">
        <ActionButton action="zoomIn" icon={ZoomIn} tip="right" />
        <ActionButton action="zoomOut" icon={ZoomOut} tip="right" />
        <ActionButton action="fit" icon={Expand} tip="right" />
        <ActionButton action="actualSize" icon={OneToOne} tip="right" />
      </div>
    </Toolbar>
  );
}
