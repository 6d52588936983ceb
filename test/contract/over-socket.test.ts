// Owns the contract's suite over WebSocket.
import { cannedEngine } from './canned-engine';
import { overSocket } from './links';
import { contractSuite } from './suite';

contractSuite('WebSocket', overSocket, async () => ({ engine: cannedEngine() }));
