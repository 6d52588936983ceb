// Owns what the engine says of the pasted cue: form, ids, warnings, or why it is refused and where;
// which of its messages is shown, and which heard marker it is compared with. Refuses to guess.
import type { Marker } from '../../../../contract/marker';
import { Facts } from '../../parts/controls/facts';
import { Segments } from '../../parts/controls/segments';
import { cx } from '../../parts/cx';
import { Panel } from '../../parts/panel/panel';
import panels from '../../parts/panel/panel.module.css';
import { Empty, Failed, Loading } from '../../parts/panel/states';
import { formName } from '../../parts/text/words';
import { commandOf, eventIdOf, idTexts } from '../event-id';
import { messageName, type Message } from './pasted';
import styles from './paste.module.css';
import type { Said } from './use-said';
import { Refused, rowsOf, Warnings } from './verdict-facts';

interface Props {
  readonly said: Said;
  readonly messages: readonly Message[];
  readonly shown: number;
  readonly onShow: (at: number) => void;
  readonly markers: readonly Marker[];
  readonly against: Marker | undefined;
  readonly onAgainst: (id: string | null) => void;
  readonly onRetry: () => void;
}

function Body({ said, messages, shown, onShow, onRetry }: Props) {
  if (said.kind === 'asking') return <Loading rows={5} />;
  if (said.kind === 'failed') {
    return <Failed title="The engine did not answer" sentence={said.sentence} onRetry={onRetry} />;
  }
  if (said.kind === 'nothing') {
    return (
      <Empty title="Nothing pasted yet">
        Nothing comes of what is pasted here: no marker, no auction. The engine only reads it.
      </Empty>
    );
  }
  if (said.kind === 'refused') return <Refused refusal={said.refusal} />;
  const choices = messages.map((one, at) => [String(at), `${at + 1} ${messageName(one)}`] as const);
  return (
    <div className={styles.about} role="status">
      <Facts rows={rowsOf(formName(said.cue.form), messages[shown] ?? null)} />
      {choices.length < 2 ? null : (
        <div className={styles.messages}>
          <Segments
            label="Message"
            chosen={String(shown)}
            choices={choices.slice(0, 8)}
            onChoose={(at) => {
              onShow(Number(at));
            }}
          />
        </div>
      )}
      <Warnings codes={said.cue.warnings} />
    </div>
  );
}

function optionText(marker: Marker): string {
  const eventId = eventIdOf(marker);
  const id = eventId === null ? '' : ` ${idTexts(eventId).hex}`;
  return `${marker.id} ${commandOf(marker) || formName(marker.form)}${id}`;
}

const LISTED = 100;

/** The panel. */
export function AboutPanel(props: Props) {
  const { markers, against, onAgainst } = props;
  const newest = markers.slice(0, LISTED);
  const listed = against === undefined || newest.includes(against) ? newest : [against, ...newest];
  return (
    <Panel title="What it is" place="about">
      <div className={styles.body}>
        <Body {...props} />
      </div>
      <div className={styles.foot}>
        <label className={styles.against}>
          <span>Compare with</span>
          <select
            value={against?.id ?? ''}
            onChange={(event) => {
              onAgainst(event.target.value === '' ? null : event.target.value);
            }}
          >
            <option value="">no heard marker</option>
            {listed.map((marker) => (
              <option key={marker.id} value={marker.id}>
                {optionText(marker)}
              </option>
            ))}
          </select>
        </label>
        {against === undefined ? null : (
          <button
            type="button"
            className={cx(panels.button, panels.small)}
            onClick={() => {
              onAgainst(null);
            }}
          >
            Stop comparing
          </button>
        )}
      </div>
    </Panel>
  );
}
