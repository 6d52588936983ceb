// Owns the contract's suite over REST, against the small engine in memory. The same suite runs on
// the real engine where that is put together.
import { cannedEngine } from './canned-engine';
import { overRest } from './links';
import { contractSuite } from './suite';

contractSuite('REST', overRest, () => Promise.resolve({ engine: cannedEngine() }));
