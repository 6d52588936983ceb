// Owns the contract's suite over message ports, against the small engine in memory. The same suite
// runs on the real engine where that is put together.
import { cannedEngine } from './canned-engine';
import { overPort } from './links';
import { contractSuite } from './suite';

contractSuite('message ports', overPort, () => Promise.resolve({ engine: cannedEngine() }));
