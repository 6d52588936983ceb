// Owns the last act of a process that ends without having closed its stores. Refuses one listener
// of the process for each store: there may be many.

const closers = new Set<() => void>();

function closeAll(): void {
  for (const close of closers) close();
}

/** Runs `close` when the process ends, unless the answer was called before. */
export function atExit(close: () => void): () => void {
  if (closers.size === 0) process.on('exit', closeAll);
  closers.add(close);
  return () => {
    closers.delete(close);
    if (closers.size === 0) process.removeListener('exit', closeAll);
  };
}
