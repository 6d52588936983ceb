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

function write(span: HTMLSpanElement | null, now: string): void {
  if (span !== null && span.textContent !== now) span.textContent = now;
}

/** A span whose text is computed anew as time passes. */
export function Ticking({ text, every = 'tenth', className }: Props) {
  const span = useRef<HTMLSpanElement>(null);
  const newest = useRef(text);
  // With what is drawn around it, never later: a lamp and its reason change in one frame.
  useLayoutEffect(() => {
    newest.current = text;
    write(span.current, text());
  });
  useLayoutEffect(() => {
    const draw = (): void => {
      write(span.current, newest.current());
    };
    return every === 'frame' ? eachFrame(draw) : eachTenth(draw);
  }, [every]);
  return <span ref={span} className={className} />;
}
