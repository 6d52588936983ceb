// Owns the contract's suite over message ports.
import { cannedEngine } from './canned-engine';
import { overPort } from './links';
import { contractSuite } from './suite';

contractSuite('message ports', overPort, async () => ({ engine: cannedEngine() }));
