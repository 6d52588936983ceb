// Owns the store's thread as the tests start it: from its source, after the hook that resolves it.
// Refuses anything else: it is the same program as the built one.

const at = (path: string): string => new URL(path, import.meta.url).href;

await import(at('./resolve-source.ts'));
await import(at('../../../../../src/main/io/store/store-worker.ts'));

export {};
