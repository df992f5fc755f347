import { useEffect, useId, useRef } from 'react';

interface SliderProps {
  readonly label: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly value: number;
  /** What the value means, beside the label and aloud. */
  readonly words: string;
  /** While the hand is on it. */
  readonly onMove: (value: number) => void;
  /** Once the hand is off. */
  readonly onSettle?: () => void;
}

export function Slider({ label, words, onMove, onSettle, least, most, ...range }: SliderProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);

  // React's onChange is the browser's input event; its change event comes once the hand is off.
  useEffect(() => {
    if (!onSettle) return;
    const slider = input.current;
    slider?.addEventListener('change', onSettle);
    return () => slider?.removeEventListener('change', onSettle);
  }, [onSettle]);

  return (
    <div className="reshape-slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{words}</output>
      <input
        ref={input}
        id={id}
        type="range"
        min={least}
        max={most}
        {...range}
        aria-valuetext={words}
        onChange={({ target }) => onMove(Number(target.value))}
      />
    </div>
  );
}
