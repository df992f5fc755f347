import { ImageIcon } from 'lucide-react';
import { useObjectUrl } from '../kit/use-object-url.ts';

/** A project's photo in small. */
export function ProjectPicture({ picture }: { readonly picture: Blob | null }) {
  const address = useObjectUrl(picture);
  return (
    <span className="project-picture">
      {address ? (
        <img src={address} alt="" />
      ) : (
        <ImageIcon aria-hidden size={18} strokeWidth={1.5} />
      )}
    </span>
  );
}
