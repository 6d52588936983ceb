// Owns the table of what may be typed after `npm run cue --`, and what --help says of it. Refuses
// to judge a value: that is done where an order is made of them.
import { HELP_FLAG, helpOf, type FlagTable } from '../../core/lib/flags';
import { CUE_FORMATS } from './ways/open-way';

const FORMS = CUE_FORMATS.join(', ');

/** Every flag, in the order in which --help tells them. */
export const CUE_FLAGS = {
  event: { takes: 'NAME', says: 'sends one cue of this event: goal, save, penalty ...' },
  batch: { takes: null, says: 'sends one cue of each event' },
  simulate: { takes: null, says: 'plays a whole made-up hockey game' },
  stress: { takes: null, says: 'sends a steady stream' },
  game: { takes: 'ID', says: 'the game the cue is of' },
  team: { takes: 'ID', says: 'the team' },
  period: { takes: 'PERIOD', says: '1 to 20, OT or SO' },
  player: { takes: 'ID', says: 'a player', multiple: true },
  overtime: { takes: null, says: 'the moment is in overtime' },
  playoffs: { takes: null, says: 'the game is of the playoffs; with --simulate too' },
  finals: { takes: null, says: 'the game is of the finals' },
  star: { takes: null, says: 'a star player has part in it' },
  close: { takes: null, says: 'the score is close' },
  rivalry: { takes: null, says: 'the teams are rivals; with --simulate too' },
  late: { takes: null, says: 'it is late in the last period' },
  'home-team': { takes: 'ID', says: 'with --simulate: at home (NYR)' },
  'away-team': { takes: 'ID', says: 'with --simulate: the visitors (BOS)' },
  speed: { takes: 'TIMES', says: 'with --simulate: so many times the real pace (60)' },
  duration: { takes: 'SECONDS', says: 'with --stress: how long (60)' },
  rate: { takes: 'N', says: 'with --stress: cues a second (5)' },
  host: { takes: 'HOST', says: 'where cues are heard (127.0.0.1)' },
  port: { takes: 'PORT', says: 'its port (UDP 9999; with scte104 TCP 5167)' },
  format: { takes: 'FORM', says: `how (scte35): ${FORMS}` },
  repeat: { takes: 'N', says: 'sends every cue so many times (1)' },
  'pre-roll': { takes: 'MS', says: 'with mpegts, rtp, scte104: the splice is so far ahead (now)' },
  multicast: { takes: 'GROUP', says: 'sends to this group in place of --host' },
  interface: { takes: 'CARD', says: 'the card for multicast, by name or address' },
  legs: { takes: 'N', says: 'with rtp: the same packets on 1 or 2 legs (1), as ST 2022-7' },
  'leg-to': { takes: 'HOST:PORT', says: 'with --legs 2: where the second goes (the same place)' },
  loss: { takes: 'PERCENT', says: 'loses so much of each leg on purpose (0)' },
  seed: { takes: 'N', says: 'makes the same up again; a new one each time without it' },
  http: { takes: 'URL', says: 'the engine to ask what became of it (http://127.0.0.1:9480)' },
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
  record: { takes: 'FILE', says: 'sends nothing: keeps what is heard in a new file' },
  listen: { takes: 'HOST:PORT', says: 'with --record: where to hear' },
  'pass-on': { takes: 'HOST:PORT', says: 'with --record: hands it on to there as well' },
  seconds: { takes: 'N', says: 'with --record: how long (until it is interrupted)' },
  help: HELP_FLAG,
} as const satisfies FlagTable;

/** What --help says. */
export const CUE_HELP = helpOf({
  use: [
    'npm run cue -- --event NAME | --batch | --simulate | --stress [FLAGS]',
    'npm run cue -- --record FILE --listen HOST:PORT [FLAGS]',
  ],
  does:
    'Sends made cues as an encoder or an automation system would, and says what the engine made\n' +
    'of them. Or keeps what encoders send in a file that npm run replay sends again.',
  flags: CUE_FLAGS,
  more: [
    'Exit codes: 0 all left, 1 some did not or had no answer, 2 the order was wrong (one line).',
  ],
});
