// Owns the contract's suite over REST.
import { cannedEngine } from './canned-engine';
import { overRest } from './links';
import { contractSuite } from './suite';

contractSuite('REST', overRest, async () => ({ engine: cannedEngine() }));
