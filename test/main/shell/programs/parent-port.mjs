// Owns a stand-in for the port to the parent that Electron gives a utility process: the same two
// calls over Node's own channel, so that the real engine runs as a plain child. Loaded with
// --import. Told to, it breaks a promise nobody waits for, as a faulty engine would.
const heard = [];
let tell = (event) => heard.push(event);

process.on('message', (data) => {
  if (data.kind === 'break') void Promise.reject(new Error('a promise nobody waits for'));
  else tell({ data, ports: [] });
});

process.parentPort = {
  on: (_event, listener) => {
    tell = listener;
    for (const event of heard.splice(0)) listener(event);
  },
  postMessage: (word) => process.send(word),
};
