// Owns the table of the manual cues of this show: when, by whom, which pad, its id, what became of
// it. Refuses to say "sent" alone.
import { Badge, type Tone } from '../../parts/marks/badge';
import { Empty } from '../../parts/panel/states';
import { Panel } from '../../parts/panel/panel';
import { millisText } from '../../parts/text/time';
import { useAuctions, useMarkers } from '../../store/feeds';
import { useCueLog } from '../cue-log';
import { historyRows, type HistoryRow, type HistoryState } from './history';
import styles from './history.module.css';

const TONES: Readonly<Record<HistoryState, Tone>> = {
  fired: 'light',
  refused: 'attention',
  unknown: 'attention',
  duplicate: 'quiet',
  cancelled: 'quiet',
  ignored: 'dim',
  'dry run': 'quiet',
  waits: 'outlined',
};
const DASH = '\u2013';

function Row({ row }: { readonly row: HistoryRow }) {
  return (
    <tr>
      <td>{row.atMs === null ? DASH : millisText(row.atMs)}</td>
      <td title={row.by}>{row.by}</td>
      <td className={styles.what}>{row.what}</td>
      <td className={styles.id}>{row.idHex ?? DASH}</td>
      <td title={row.result}>{row.result}</td>
      <td>
        <Badge tone={TONES[row.state]} word={row.state} />
      </td>
    </tr>
  );
}

/** The panel. */
export function HistoryTable() {
  const notes = useCueLog((log) => log.notes);
  const markers = useMarkers((state) => state.items);
  const auctions = useAuctions((state) => state.items);
  const rows = historyRows({ markers, auctions }, notes);
  const hint = rows.length === 0 ? '' : `${rows.length}, newest first`;
  return (
    <Panel title="Manual cues this show" hint={hint} place="fired">
      {rows.length === 0 ? (
        <Empty title="None yet">No manual cue has been fired, and none was run dry here.</Empty>
      ) : (
        <div className={styles.rows} tabIndex={0} role="group" aria-label="Manual cues">
          <table>
            <thead>
              <tr>
                {['Fired UTC', 'By', 'Pad', 'Id hex', 'Result', 'State'].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.key} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
