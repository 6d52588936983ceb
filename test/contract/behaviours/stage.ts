// Owns what the behaviours of the suite work with: a typed client of one way, the engine and the
// board behind it. Refuses to hold anything before the first test runs.
import type { Engine } from '../../../src/main/flow/ports';
import type { PulledBoard } from '../../../src/main/io/serve/board';
import type { ApiClient } from '../links';

/** What a test of the suite works with; filled before the first one runs. */
export interface Stage {
  client: ApiClient;
  /** A further client of the same way. */
  connect: () => Promise<ApiClient>;
  engine: Engine;
  board: PulledBoard;
}
