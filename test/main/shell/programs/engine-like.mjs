// Owns a child that behaves as an engine does, in the way its first argument names: steady, deaf
// once it is up, never ready, broken at once, refusing to start, hard of ending, or speaking noise.
const [manner = 'steady'] = process.argv.slice(2);
const say = (word) => process.send(word);

function ready() {
  const bound = { address: '127.0.0.1', port: 9 };
  say({ kind: 'ready', version: '1.2.3', http: bound, udp: bound });
}

function spin() {
  for (;;);
}

const answers = {
  beat: ({ beat }) => {
    say({ kind: 'beat', beat, mode: 'ON_AIR' });
    if (manner === 'deaf' && beat >= 2) spin();
  },
  end: () => {
    if (manner !== 'stubborn') process.exit(manner === 'sloppy' ? 1 : 0);
  },
  break: () => process.exit(7),
  window: () => {},
};

process.on('message', (word) => answers[word.kind](word));

if (manner === 'broken') process.exit(3);
else if (manner === 'refusing') {
  process.send({ kind: 'refused', line: 'UDP 9999 is taken; close the other.' }, () => {
    process.exit(2);
  });
} else if (manner === 'noisy') say({ kind: 'shout' });
else if (manner !== 'silent') ready();
