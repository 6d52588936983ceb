// Owns running TypeScript sources under plain Node: Node strips the types itself, and this hook
// adds the endings that the imports leave out. Refuses a build step.
import { registerHooks } from 'node:module';

const ENDINGS = ['.ts', '/index.ts'];
const HAS_ENDING = /\.(?:ts|js|mjs|json)$/u;

registerHooks({
  resolve(specifier, context, next) {
    const ours = context.parentURL?.endsWith('.ts') === true && specifier.startsWith('.');
    if (!ours || HAS_ENDING.test(specifier)) return next(specifier, context);
    for (const ending of ENDINGS) {
      try {
        return next(specifier + ending, context);
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
      }
    }
    return next(specifier, context);
  },
});
