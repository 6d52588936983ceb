// Owns what may be typed after `npm run replay --`: the table, what --help says of it, and the
// order that is made of it. Refuses anything it does not know, with one line.
import { parseArgs } from 'node:util';
import { flagFault, HELP_FLAG, helpOf, optionsOf, type FlagTable } from '../../core/lib/flags';
import { httpAddress, number, whole, Wrong } from '../cue/typed';

/** Every flag, in the order in which --help tells them. */
export const REPLAY_FLAGS = {
  host: { takes: 'HOST', says: 'where cues are heard (127.0.0.1)' },
  port: { takes: 'PORT', says: 'its UDP port (9999)' },
  'scte104-port': { takes: 'PORT', says: 'its TCP port for SCTE 104 (5167)' },
  speed: { takes: 'TIMES', says: 'so many times the recorded pace (1)' },
  engine: { takes: 'URL', says: 'the engine to ask what became of it (http://127.0.0.1:9480)' },
  token: {
    takes: 'TOKEN',
    says: "its token; this machine's own is found in the data folder",
    env: 'CUEBID_TOKEN',
  },
  'data-dir': {
    takes: 'DIR',
    says: 'where that folder is, if not in its usual place',
    env: 'CUEBID_DATA_DIR',
  },
  help: HELP_FLAG,
} as const satisfies FlagTable;

const USE = 'npm run replay -- FILE [FLAGS]';

/** What --help says. */
export const REPLAY_HELP = helpOf({
  use: [USE],
  does: 'Sends a capture of cues (npm run cue -- --record FILE) again, with its timing.',
  flags: REPLAY_FLAGS,
  more: [
    'Exit codes: 0 all was sent, 1 some was not or the file is no capture, 2 the order was wrong.',
  ],
});

/** An order. */
export interface ReplayOrder {
  readonly file: string;
  readonly host: string;
  readonly port: number;
  readonly scte104Port: number;
  readonly speed: number;
  readonly engine: string;
  readonly token: string | null;
  readonly dataDir: string | null;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: optionsOf(REPLAY_FLAGS),
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new Wrong(flagFault(error));
  }
}

/** The order that was typed. Throws Wrong with one line where it is none. */
export function replayOrderOf(argv: readonly string[], env: NodeJS.ProcessEnv): ReplayOrder {
  const { values, positionals } = parse(argv);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Wrong(`Use: ${USE}; --help tells more.`);
  return {
    file,
    host: values.host ?? '127.0.0.1',
    port: whole(values, 'port', [1, 65_535, 9_999]),
    scte104Port: whole(values, 'scte104-port', [1, 65_535, 5_167]),
    speed: number(values, 'speed', [0.01, 1_000, 1]),
    engine: httpAddress(values, 'engine'),
    token: values.token ?? env['CUEBID_TOKEN'] ?? null,
    dataDir: values['data-dir'] ?? env['CUEBID_DATA_DIR'] ?? null,
  };
}
