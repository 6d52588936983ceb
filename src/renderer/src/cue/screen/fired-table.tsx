// Owns the table of manual cues fired from this console: when, what, and what became of each, as
// its auction goes on. Refuses to say "sent" alone.
import { Empty } from '../../parts/panel/states';
import { Panel } from '../../parts/panel/panel';
import { millisText } from '../../parts/text/time';
import { eventName } from '../../parts/text/words';
import { useAuctions } from '../../store/feeds';
import { becameText } from '../became';
import { useCueLog } from '../cue-log';
import styles from './cue-screen.module.css';

/** The panel. */
export function FiredTable() {
  const fired = useCueLog((log) => log.fired);
  const auctions = useAuctions((state) => state.items);
  return (
    <Panel title="Manual cues" hint="fired from this console, newest first" place="fired">
      {fired.length === 0 ? (
        <Empty title="None yet">No manual cue fired from this console.</Empty>
      ) : (
        <div className={styles.fired} tabIndex={0} role="group" aria-label="Manual cues">
          <table>
            <thead>
              <tr>
                <th scope="col">Fired UTC</th>
                <th scope="col">Event</th>
                <th scope="col">Team</th>
                <th scope="col">What became of it</th>
              </tr>
            </thead>
            <tbody>
              {fired.map((cue) => (
                <tr key={cue.n}>
                  <td>{cue.atMs === null ? '\u2013' : millisText(cue.atMs)}</td>
                  <td>{eventName(cue.eventType)}</td>
                  <td>{cue.teamId === '' ? '\u2013' : cue.teamId}</td>
                  <td title={becameText(cue, auctions)}>{becameText(cue, auctions)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
