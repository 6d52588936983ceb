// Owns text that follows the engine's clock: written straight into the element about twenty times a
// second, or every frame, and only when it changed. Refuses to count by itself: `text` computes it.
import { useLayoutEffect, useRef } from 'react';
import { eachTenth } from '../store/vitals';

interface Props {
  readonly text: () => string;
  /** Milliseconds need every frame; everything else is drawn on the slow beat. */
  readonly every?: 'frame' | 'tenth';
  readonly className?: string | undefined;
}

function eachFrame(draw: () => void): () => void {
  let frame = requestAnimationFrame(function next() {
    draw();
    frame = requestAnimationFrame(next);
  });
  return () => {
    cancelAnimationFrame(frame);
  };
}

/** A span whose text is computed anew as time passes. */
export function Ticking({ text, every = 'tenth', className }: Props) {
  const span = useRef<HTMLSpanElement>(null);
  const newest = useRef(text);
  useLayoutEffect(() => {
    newest.current = text;
  });
  useLayoutEffect(() => {
    const draw = (): void => {
      const now = newest.current();
      if (span.current !== null && span.current.textContent !== now) span.current.textContent = now;
    };
    draw();
    return every === 'frame' ? eachFrame(draw) : eachTenth(draw);
  }, [every]);
  return <span ref={span} className={className} />;
}
