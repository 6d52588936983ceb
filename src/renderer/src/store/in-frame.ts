// Owns drawing together: whatever is asked for between two animation frames runs in the next one,
// the newest request under a name taking the place of the older.
type Frame = (run: () => void) => unknown;

/** Makes a collector over any frame source, so that it can be tested without a browser. */
export function frameCollector(frame: Frame): (name: string, draw: () => void) => void {
  const waiting = new Map<string, () => void>();
  const drawAll = (): void => {
    const draws = [...waiting.values()];
    waiting.clear();
    for (const draw of draws) draw();
  };
  return (name, draw) => {
    if (waiting.size === 0) frame(drawAll);
    waiting.set(name, draw);
  };
}

/** The page's own collector. */
export const inNextFrame = frameCollector((run) => requestAnimationFrame(run));
