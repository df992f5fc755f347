import { t } from '../../words/words.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { SampleGallery } from './SampleGallery.tsx';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function SamplesDialog({ isOpen, onClose }: Props) {
  return (
    <Dialog title={t('welcome.samples')} isOpen={isOpen} onClose={onClose}>
      <SampleGallery onPick={onClose} />
    </Dialog>
  );
}
