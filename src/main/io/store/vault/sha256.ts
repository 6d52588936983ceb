// Owns the store's SHA-256: the platform's own, in one call. Refuses bytes: the chain is made of
// texts.
import { hash } from 'node:crypto';
import type { Sha256 } from '../../../core/lib/bytes';

/** SHA-256 of a UTF-8 text as lower-case hex. */
export const sha256: Sha256 = (text) => hash('sha256', text);
