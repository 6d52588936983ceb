// Owns the contract's suite over WebSocket, against the small engine in memory. The same suite runs
// on the real engine where that is put together.
import { cannedEngine } from './canned-engine';
import { overSocket } from './links';
import { contractSuite } from './suite';

contractSuite('WebSocket', overSocket, () => Promise.resolve({ engine: cannedEngine() }));
