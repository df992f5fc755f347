import { useMemo } from 'react';
import { shownName } from '../../app/objects/object-name.ts';
import { ZOOM_HABITS } from '../../app/state/model-choice.ts';
import type { MaskObject } from '../../document/types.ts';
import { countParts } from '../../mask/holes.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useObjects, useView } from '../kit/annotator.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import { Panel } from '../kit/Panel.tsx';
import { ReshapeSliders } from './ReshapeSliders.tsx';
import { TidyMasks } from './TidyMasks.tsx';

/** What can be done to the mask of the selected object as a whole. */
export function MaskPanel() {
  const selectedId = useView((view) => view.selectedObjectId);
  const object = useObjects().find(({ id }) => id === selectedId);
  return (
    <Panel title={t('maskPanel.title')} figure={object ? shownName(object) : ''}>
      {object && !object.isLocked && <MaskTools object={object} />}
      {!object && <p className="hint">{t('maskPanel.selectFirst')}</p>}
      {object?.isLocked && <p className="hint">{t('maskPanel.locked')}</p>}
      <TidyMasks />
      <NoOverlap />
      <ZoomHabitField />
    </Panel>
  );
}

function MaskTools({ object }: { readonly object: MaskObject }) {
  const annotator = useAnnotator();
  const preview = useView((view) => view.reshaping?.mask);
  const mask = preview ?? object.mask;
  const { parts, holes } = useMemo(() => countParts(mask), [mask]);
  return (
    <>
      <ReshapeSliders object={object} />
      <div className="mask-parts">
        <span>
          {t('maskPanel.parts', { count: parts })}, {t('maskPanel.holes', { count: holes })}
        </span>
        <button
          type="button"
          className="button quiet"
          disabled={parts < 2 || preview !== undefined}
          onMouseDown={keepFocus}
          onClick={() => annotator.splitObject(object.id)}
        >
          {t('maskPanel.split')}
        </button>
      </div>
    </>
  );
}

function NoOverlap() {
  const annotator = useAnnotator();
  const isOn = useView((view) => view.noOverlap);
  return (
    <label className="mask-check">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => annotator.setNoOverlap(target.checked)}
      />
      <span>
        {t('maskPanel.noOverlap')}
        <small>{t('maskPanel.noOverlapAbout')}</small>
      </span>
    </label>
  );
}

function ZoomHabitField() {
  const annotator = useAnnotator();
  const habit = useView((view) => view.zoomHabit);
  return (
    <label className="zoom-habit">
      {t('maskPanel.zoomHabit')}
      <select
        value={habit}
        onChange={({ target }) => {
          const chosen = ZOOM_HABITS.find((one) => one === target.value);
          if (chosen) annotator.setZoomHabit(chosen);
        }}
      >
        {ZOOM_HABITS.map((one) => (
          <option key={one} value={one}>
            {t(`maskPanel.zoomHabits.${one}`)}
          </option>
        ))}
      </select>
      <small>{t('maskPanel.zoomHabitAbout')}</small>
    </label>
  );
}
