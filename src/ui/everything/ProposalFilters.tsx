import { proposalArea } from '../../app/everything/proposals.ts';
import type { Proposal } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useView } from '../kit/annotator.ts';
import { formatShare } from '../kit/format.ts';
import { Slider } from '../kit/Slider.tsx';

/** Steps of the slider in which an area grows tenfold. */
const AREA_STEPS = 20;

/** Live: what is below is put aside, on the photo and in the list. */
export function ProposalFilters({ all }: { readonly all: readonly Proposal[] }) {
  const annotator = useAnnotator();
  const { predictedIou, area } = useView((view) => view.proposalFilter);
  const { width, height } = useView((view) => view.viewport.image);
  const ious = all.map((one) => one.predictedIou);
  const least = Math.floor(Math.min(...ious) * 100) / 100;
  const most = Math.ceil(Math.max(...ious) * 100) / 100;
  const largest = Math.max(...all.map(proposalArea));
  return (
    <div className="reshape">
      <Slider
        label={t('everythingPanel.filters.predictedIou')}
        least={least}
        most={most}
        step={0.01}
        value={Math.max(predictedIou, least)}
        words={Math.max(predictedIou, least).toFixed(2)}
        onMove={(value) =>
          annotator.setProposalFilter({ predictedIou: value === least ? 0 : value })
        }
      />
      <Slider
        label={t('everythingPanel.filters.area')}
        least={0}
        most={Math.floor(Math.log10(largest) * AREA_STEPS)}
        step={1}
        value={area === 0 ? 0 : Math.round(Math.log10(area) * AREA_STEPS)}
        words={
          area === 0
            ? t('everythingPanel.filters.anyArea')
            : t('format.ofPhoto', { share: formatShare(area / (width * height)) })
        }
        onMove={(value) =>
          annotator.setProposalFilter({ area: value === 0 ? 0 : 10 ** (value / AREA_STEPS) })
        }
      />
    </div>
  );
}
