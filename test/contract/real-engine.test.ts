// Owns the contract's suite on the real engine, over all three ways. What the suite says of the
// small engine in memory must be true of the one that sells.
import { overPort, overRest, overSocket } from './links';
import { realEngine } from './real-engine';
import { contractSuite } from './suite';

contractSuite('message ports, real engine', overPort, realEngine);
contractSuite('WebSocket, real engine', overSocket, realEngine);
contractSuite('REST, real engine', overRest, realEngine);
