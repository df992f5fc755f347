import { ImageIcon } from 'lucide-react';
import { useEffect, useState } from 'react';

/** A project's photo in small. */
export function ProjectPicture({ picture }: { readonly picture: Blob | null }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!picture) return setAddress(null);
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
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
